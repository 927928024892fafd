using Grpc.Core;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

public sealed class LinkEntitiesTests(ProcessingFixture service) : IClassFixture<ProcessingFixture>
{
    [Fact]
    public async Task LinkEntities_AnswersEachInItsOrder()
    {
        var response = await LinkAsync(
            new EntityToLink { Profile = Person("Trần Văn Lộc", "bác sĩ"), Candidates = { Known("a", Person("Trần Văn Lộc", "bác sĩ")) } },
            new EntityToLink { Profile = Person("Trần Văn Lộc", "ca sĩ"), Candidates = { Known("a", Person("Trần Văn Lộc", "bác sĩ")) } },
            new EntityToLink { Profile = Person("Lò Thị Sen", "cô giáo") }
        );

        response.PipelineVersion.ShouldNotBeEmpty();
        response.Choices.Select(choice => choice.HasCandidateId ? choice.CandidateId : null).ShouldBe(["a", null, null]);
        response.Choices[0].Signs.ShouldContain(LinkSign.SamePosition);
        response.Choices[1].Signs.ShouldContain(LinkSign.OtherField);
        response.Choices[2].Signs.ShouldBe([LinkSign.NoCandidate]);
    }

    [Fact]
    public async Task LinkEntities_OfNothing_AnswersNothing() => (await LinkAsync()).Choices.ShouldBeEmpty();

    [Theory]
    [InlineData("", EntityType.Person, "a", "entities[0].profile.name")]
    [InlineData("Lộc", EntityType.Unspecified, "a", "entities[0].profile.type")]
    [InlineData("Lộc", EntityType.Date, "a", "entities[0].profile.type")]
    [InlineData("Lộc", EntityType.Person, "", "entities[0].candidates[0].id")]
    public async Task LinkEntities_WhatIsNotWhole_IsRefusedByItsPlace(string name, EntityType type, string id, string place)
    {
        var profile = new EntityProfile { Name = name, Type = type };
        var call = () => LinkAsync(new EntityToLink { Profile = profile, Candidates = { Known(id, Person("Lộc", "bác sĩ")) } });
        var fault = await call.ShouldThrowAsync<RpcException>();
        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        fault.Status.Detail.ShouldStartWith(place);
    }

    [Fact]
    public async Task LinkEntities_MoreCandidatesThanTheLimit_AreRefused()
    {
        var limits = (await service.Client.DescribePipelineAsync(new DescribePipelineRequest())).Limits;
        var entity = new EntityToLink { Profile = Person("Lộc", "bác sĩ") };
        entity.Candidates.AddRange(Enumerable.Range(0, limits.MaxLinkCandidates + 1).Select(i => Known($"{i}", Person("Lộc", "bác sĩ"))));

        var call = () => LinkAsync(entity);

        (await call.ShouldThrowAsync<RpcException>()).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    async Task<LinkEntitiesResponse> LinkAsync(params EntityToLink[] entities) =>
        await service.Client.LinkEntitiesAsync(new LinkEntitiesRequest { Entities = { entities } });

    static EntityProfile Person(string name, string position) =>
        new()
        {
            Type = EntityType.Person,
            Name = name,
            Positions = { position },
        };

    static EntityCandidate Known(string id, EntityProfile profile) =>
        new()
        {
            Id = id,
            Profile = profile,
            Articles = 1,
        };
}
