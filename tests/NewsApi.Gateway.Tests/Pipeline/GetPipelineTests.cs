using System.Net;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;

namespace NewsApi.Gateway.Tests.Pipeline;

public sealed class GetPipelineTests
{
    [Fact]
    public async Task GetPipeline_OfAnEngine_IsItsDescriptionInTheWordsOfThisApi()
    {
        await using var engine = await ProgrammableEngine.StartNewAsync();
        engine.Pipeline.LineRoles.AddRange(["title", "inline_related", "a_role_of_tomorrow"]);
        engine.Pipeline.PageKinds.Add("article");
        engine.Pipeline.Languages.Add("vi");
        engine.Pipeline.EntityTypes.Add("person");
        engine.Pipeline.FactTypes.Add("position_held");
        engine.Pipeline.Topics.Add(
            new MediaTopic
            {
                Code = "15000000",
                Label = "thể thao",
                EnglishLabel = "sport",
            }
        );
        engine.Pipeline.Limits = new Limits { MaxTextBytes = 2048, MaxLines = 100 };
        await using var gateway = new TestGateway(engine.Address);
        gateway.StartServer();

        var pipeline = await (await gateway.CreateClient().GetAsync("/v1/pipeline")).JsonAsync();

        pipeline
            .ToString()
            .ShouldBe(
                """{"pipelineVersion":"fake-1","declaredVersion":"fake","lineRoles":["title","inlineRelated","aRoleOfTomorrow"],"pageKinds":["article"],"languages":["vi"],"entityTypes":["person"],"factTypes":["positionHeld"],"topics":[{"code":"15000000","label":"thể thao","englishLabel":"sport"}],"limits":{"textBytes":2048,"lines":100}}"""
            );
    }

    [Fact]
    public async Task GetPipeline_WhileTheEngineIsAway_Is503()
    {
        await using var gateway = new TestGateway();
        gateway.StartServer();
        var response = await gateway.CreateClient().GetAsync("/v1/pipeline");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await response.JsonAsync()).GetProperty("type").GetString().ShouldBe("urn:newsapi:problem:engine-unavailable");
    }
}
