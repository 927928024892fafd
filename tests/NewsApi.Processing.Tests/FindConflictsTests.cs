using Grpc.Core;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing.Tests;

public sealed class FindConflictsTests(ProcessingFixture service) : IClassFixture<ProcessingFixture>
{
    [Fact]
    public async Task FindConflicts_TellsWhatTheSidesShareAndInWhatTheyDiffer()
    {
        var response = await FindAsync(Held("a", "Lò Văn Sáu", 3), Held("b", "Tạ Thị Bảy", 1));

        response.PipelineVersion.ShouldNotBeEmpty();
        var conflict = response.Conflicts.ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ConflictKind.PositionHolders);
        conflict.About.Select(argument => argument.Value).ShouldBe(["Hiệu trưởng", "Trường Tân Lập"]);
        conflict.About[1].EntityId.ShouldBe("school");
        conflict.Sides.Select(side => side.FactIds.Single()).ShouldBe(["a", "b"]);
        conflict.Sides.Select(side => side.Rank).ShouldBe([ConflictRank.Preferred, ConflictRank.Deprecated]);
        conflict.Sides[1].Differs.Single().Value.ShouldBe("Tạ Thị Bảy");
    }

    [Fact]
    public async Task FindConflicts_OfNothing_FindsNothing() => (await FindAsync()).Conflicts.ShouldBeEmpty();

    [Theory]
    [InlineData("", FactType.PositionHeld, "2026-03-01T00:00:00Z", "facts[0].id")]
    [InlineData("a", FactType.Unspecified, "2026-03-01T00:00:00Z", "facts[0].type")]
    [InlineData("a", FactType.PositionHeld, "", "facts[0].first_seen")]
    [InlineData("a", FactType.PositionHeld, "gestern", "facts[0].first_seen")]
    public async Task FindConflicts_WhatIsNotWhole_IsRefusedByItsPlace(string id, FactType type, string time, string place)
    {
        var fact = Held(id, "Lò Văn Sáu", 1);
        fact.Type = type;
        fact.FirstSeen = time;
        var fault = await new Func<Task>(() => FindAsync(fact)).ShouldThrowAsync<RpcException>();
        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        fault.Status.Detail.ShouldStartWith(place);
    }

    [Fact]
    public async Task FindConflicts_AKindThatIsNone_IsRefused()
    {
        var request = new FindConflictsRequest { Kinds = { ConflictKind.Unspecified } };
        var fault = await new Func<Task>(async () => await service.Client.FindConflictsAsync(request)).ShouldThrowAsync<RpcException>();
        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task FindConflicts_MoreFactsThanTheLimit_AreRefused()
    {
        var limits = (await service.Client.DescribePipelineAsync(new DescribePipelineRequest())).Limits;
        var fact = Held("a", "Lò Văn Sáu", 1);
        var call = () => FindAsync([.. Enumerable.Repeat(fact, limits.MaxConflictFacts + 1)]);
        (await call.ShouldThrowAsync<RpcException>()).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    async Task<FindConflictsResponse> FindAsync(params KnownFact[] facts) =>
        await service.Client.FindConflictsAsync(new FindConflictsRequest { Facts = { facts } });

    static KnownFact Held(string id, string person, int articles) =>
        new()
        {
            Id = id,
            Type = FactType.PositionHeld,
            Modality = Modality.Stated,
            Arguments =
            {
                new KnownArgument { Name = "person", Value = person },
                new KnownArgument { Name = "position", Value = "Hiệu trưởng" },
                new KnownArgument
                {
                    Name = "organization",
                    Value = "Trường Tân Lập",
                    EntityId = "school",
                },
            },
            Articles = articles,
            FirstSeen = "2026-03-01T08:00:00+07:00",
            LastSeen = "2026-03-02T08:00:00+07:00",
        };
}
