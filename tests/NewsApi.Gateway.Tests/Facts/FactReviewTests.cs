using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Tests.Facts;

public sealed class FactReviewTests : FactPageTests
{
    const string Held = "positionHeld stated person=Lê Sáu;position=Giám đốc;organization=Bến phà";
    const string Met = "meeting stated participants=Lê Sáu;participants=Trần Bảy";

    async Task<JsonElement[]> ListAsync(string query = "") =>
        [.. (await GetJsonAsync("/v1/facts" + query)).GetProperty("facts").EnumerateArray()];

    async Task<Guid> FactAsync() => (await ListAsync()).ShouldHaveSingleItem().GetProperty("id").GetGuid();

    Task<HttpResponseMessage> ReviewAsync(Guid fact, object body) =>
        Gateway.CreateClient().PutAsJsonAsync($"/v1/facts/{fact}/review", body);

    [Fact]
    public async Task Reject_LeavesTheFactOutOfListsTimelinesAndConnections()
    {
        await SubmitFactsAsync(Monday, Held);
        var (fact, person) = (await FactAsync(), await EntityAsync("Lê Sáu"));

        var answer = await ReviewAsync(
            fact,
            new
            {
                verdict = "rejected",
                by = "lan",
                reason = "đã bác bỏ",
            }
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var review = (await answer.JsonAsync()).GetProperty("review");
        review.GetProperty("verdict").GetString().ShouldBe("rejected");
        review.GetProperty("by").GetString().ShouldBe("lan");
        review.GetProperty("reason").GetString().ShouldBe("đã bác bỏ");
        (await ListAsync()).ShouldBeEmpty();
        (await ListAsync($"?entity={person}")).ShouldBeEmpty();
        (await GetJsonAsync($"/v1/entities/{person}/positions")).GetProperty("positions").GetArrayLength().ShouldBe(0);
        (await GetJsonAsync($"/v1/entities/{person}/connections"))
            .GetProperty("connections")[0]
            .GetProperty("facts")
            .GetInt32()
            .ShouldBe(0);
        (await ListAsync("?review=rejected")).ShouldHaveSingleItem();
        (await ListAsync("?review=none,confirmed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Edit_ShowsAndFindsTheCorrectedArguments()
    {
        await SubmitFactsAsync(Monday, Held, Met);
        var person = await EntityAsync("Trần Bảy");
        var fact = (await ListAsync("?type=positionHeld")).Single().GetProperty("id").GetGuid();

        await ReviewAsync(
            fact,
            new
            {
                verdict = "edited",
                by = "lan",
                arguments = new object[]
                {
                    new
                    {
                        name = "person",
                        value = "Trần Bảy",
                        entityId = person,
                    },
                    new { name = "position", value = "Phó Giám đốc" },
                },
            }
        );

        var shown = (await ListAsync($"?type=positionHeld&entity={person}")).ShouldHaveSingleItem();
        shown
            .GetProperty("arguments")
            .EnumerateArray()
            .Select(argument => argument.GetProperty("value").GetString())
            .ShouldBe(["Trần Bảy", "Phó Giám đốc"]);
        shown.GetProperty("review").GetProperty("stated")[0].GetProperty("value").GetString().ShouldBe("Lê Sáu");
        (await GetJsonAsync($"/v1/entities/{person}/positions"))
            .GetProperty("positions")[0]
            .GetProperty("position")
            .GetString()
            .ShouldBe("Phó Giám đốc");

        (await Gateway.CreateClient().DeleteAsync($"/v1/facts/{fact}/review")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ListAsync($"?type=positionHeld&entity={person}")).ShouldBeEmpty();
        (await ListAsync("?type=positionHeld")).Single().TryGetProperty("review", out _).ShouldBeFalse();
        (await ListAsync("?value=Giám đốc")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("confirmed")]
    [InlineData("rejected")]
    public async Task Review_HoldsWhenTheArticleIsReadAnewAndWhenItsFactComesBack(string verdict)
    {
        var article = await SubmitFactsAsync(Monday, Held);
        var fact = await FactAsync();
        await ReviewAsync(fact, new { verdict, by = "lan" });

        Engine.Analyze = (request, _) =>
        {
            var answer = WithFacts(request.Text);
            answer.Document.Facts.Clear();
            return Task.FromResult(answer);
        };
        await ReprocessAsync(article);
        (await ListAsync("?review=none,confirmed,rejected,edited")).ShouldBeEmpty();
        Engine.Analyze = (request, _) => Task.FromResult(WithFacts(request.Text));
        await ReprocessAsync(article);

        var back = (await ListAsync("?review=" + verdict)).ShouldHaveSingleItem();
        back.GetProperty("id").GetGuid().ShouldBe(fact);
        back.GetProperty("review").GetProperty("by").GetString().ShouldBe("lan");
    }

    [Fact]
    public async Task Edit_HoldsWhenTheArticleIsReadAnew()
    {
        var article = await SubmitFactsAsync(Monday, Held);
        var fact = await FactAsync();
        await ReviewAsync(
            fact,
            new
            {
                verdict = "edited",
                by = "lan",
                arguments = new[] { new { name = "position", value = "Phó Giám đốc" } },
            }
        );

        await ReprocessAsync(article);

        var shown = (await ListAsync()).ShouldHaveSingleItem();
        shown
            .GetProperty("arguments")
            .EnumerateArray()
            .Select(argument => argument.GetProperty("value").GetString())
            .ShouldBe(["Phó Giám đốc"]);
    }

    [Fact]
    public async Task Reprocess_TellsWhatCameOutOtherwise_AndADryRunKeepsNothing()
    {
        var article = await SubmitFactsAsync(Monday, Held, Met, "a");
        Engine.Analyze = (request, _) =>
        {
            var answer = WithFacts(request.Text);
            answer.PipelineVersion = "fake-2";
            answer.Document.Facts.RemoveAt(0);
            answer.Document.Facts[0].Modality = Modality.Planned;
            answer.Document.Facts.Add(
                new Fact
                {
                    Type = FactType.LegalReference,
                    Modality = Modality.Stated,
                    Arguments =
                    {
                        new FactArgument { Name = "document", Value = "Luật Đò" },
                    },
                    Evidence = { answer.Document.Facts[0].Evidence[0] },
                }
            );
            answer.Document.Lines[2].Role = LineRole.Footer;
            answer.Document.Metadata.Lead = new TextValue { Text = "mới", Span = new TextSpan() };
            return Task.FromResult(answer);
        };

        foreach (var isDry in new[] { true, false })
        {
            var told = await ReprocessAsync(article, isDry ? "?dryRun=true" : "");

            told.GetProperty("dryRun").GetBoolean().ShouldBe(isDry);
            told.GetProperty("pipelineVersion").GetString().ShouldBe("fake-2");
            told.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("field").GetString()).ShouldBe(["lead"]);
            told.GetProperty("lines")[0].GetProperty("line").GetInt32().ShouldBe(3);
            told.GetProperty("lines")[0].GetProperty("after").GetString().ShouldBe("footer");
            var facts = told.GetProperty("facts");
            facts.GetProperty("added").EnumerateArray().Single().GetProperty("type").GetString().ShouldBe("legalReference");
            facts.GetProperty("gone").EnumerateArray().Single().GetProperty("type").GetString().ShouldBe("positionHeld");
            facts
                .GetProperty("changed")
                .EnumerateArray()
                .Single()
                .GetProperty("after")
                .GetProperty("modality")
                .GetString()
                .ShouldBe("planned");
            (await ListAsync("?type=legalReference")).Length.ShouldBe(isDry ? 0 : 1);
        }
        (await GetJsonAsync($"/v1/articles/{article}")).GetProperty("lead").GetString().ShouldBe("mới");
        (await ReprocessAsync(article)).GetProperty("facts").GetProperty("added").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Reprocess_WhileTheEngineFails_KeepsTheArticleAsItIs()
    {
        var article = await SubmitFactsAsync(Monday, Held);
        Engine.Analyze = (_, _) => throw new RpcException(new Status(StatusCode.Internal, "x"));
        (await Gateway.CreateClient().PostAsync($"/v1/articles/{article}:reprocess", null)).StatusCode.ShouldBe(
            HttpStatusCode.InternalServerError
        );
        (await GetJsonAsync($"/v1/articles/{article}")).GetProperty("state").GetString().ShouldBe("ready");
        (await ListAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"verdict":"edited","by":"lan"}""", "#/arguments")]
    [InlineData("""{"verdict":"confirmed","by":"lan","arguments":[{"name":"person","value":"A"}]}""", "#/arguments")]
    [InlineData("""{"verdict":"confirmed","by":" "}""", "#/by")]
    [InlineData("""{"verdict":"edited","by":"lan","arguments":[{"name":"persn","value":"A"}]}""", "#/arguments/0/name")]
    [InlineData("""{"verdict":"edited","by":"lan","arguments":[{"name":"person","value":""}]}""", "#/arguments")]
    [InlineData(
        """{"verdict":"edited","by":"lan","arguments":[{"name":"person","value":"A","entityId":"0197f3a0-0000-7000-8000-000000000000"}]}""",
        "#/arguments/0/entityId"
    )]
    public async Task Review_ThatIsNotAllowed_PointsAtTheField(string body, string pointer)
    {
        await SubmitFactsAsync(Monday, Held);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var response = await Gateway.CreateClient().PutAsync($"/v1/facts/{await FactAsync()}/review", content);
        var problem = await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "invalid-field");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Fact]
    public async Task Review_OfAFactThatDoesNotExist_IsNotFound() =>
        (await ReviewAsync(Guid.NewGuid(), new { verdict = "confirmed", by = "lan" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    async Task<JsonElement> ReprocessAsync(Guid article, string query = "")
    {
        var response = await Gateway.CreateClient().PostAsync($"/v1/articles/{article}:reprocess{query}", null);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
