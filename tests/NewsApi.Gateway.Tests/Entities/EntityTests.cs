using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Tests.Articles;

namespace NewsApi.Gateway.Tests.Entities;

/// <summary>A gateway whose engine finds the names that a page marks: "[person:Lê Văn Sáu|bác sĩ|Bệnh viện Sông Lam]".</summary>
public abstract class EntityTests : ReadingTests
{
    protected EntityTests()
        : base(("Intake:MaxPause", "00:00:00.2"), ("Intake:MaxSleep", "00:00:00.2")) { }

    protected Task<Guid> SubmitNamesAsync(string text, DateTimeOffset? published = null)
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithNames(request.Text));
        return SubmitAtAsync(text, published);
    }

    async Task<Guid> SubmitAtAsync(string text, DateTimeOffset? published)
    {
        var response = published is { } time
            ? await Gateway.SubmitAsync(text, ("publishedAt", time.ToString("O", System.Globalization.CultureInfo.InvariantCulture)))
            : await Gateway.SubmitAsync(text);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await response.IdAsync();
    }

    static AnalyzeResponse WithNames(string text)
    {
        var answer = FakeAnswer.To(text);
        for (var at = text.IndexOf('['); at >= 0; at = text.IndexOf('[', at + 1))
        {
            var parts = text[(at + 1)..text.IndexOf(']', at)].Split('|');
            var type = Enum.Parse<EntityType>(parts[0].Split(':')[0], ignoreCase: true);
            var names = parts[0].Split(':')[1].Split('=');
            var mention = new Mention
            {
                Span = new TextSpan { Start = at, End = at + 1 },
                Line = 1,
                Type = type,
                Text = names[0],
                Entity = names[^1],
            };
            answer.Document.Mentions.Add(mention);
            if (parts.Length > 1)
                answer.Document.Positions.Add(
                    new Position
                    {
                        Span = mention.Span,
                        Line = 1,
                        Text = parts[1],
                        Person = mention.Entity,
                        Organization = parts.Length > 2 ? parts[2] : "",
                    }
                );
        }
        return answer;
    }

    protected async Task<JsonElement[]> EntitiesOfAsync(Guid article) =>
        [.. (await GetJsonAsync($"/v1/articles/{article}/entities")).GetProperty("entities").EnumerateArray()];

    protected async Task<Guid> OnlyEntityOfAsync(Guid article) =>
        (await EntitiesOfAsync(article)).ShouldHaveSingleItem().GetProperty("entityId").GetGuid();

    /// <summary>The worker comes to it.</summary>
    protected Task ShouldGetLinkedAsync(Guid article) =>
        Eventually.BeTrueAsync(
            async () => (await Gateway.ArticleAsync(article)).LinkedRevision is not null,
            "the entities of the article are not linked"
        );

    protected async Task<JsonElement[]> ListAsync(string query = "") =>
        [.. (await GetJsonAsync("/v1/entities" + query)).GetProperty("entities").EnumerateArray()];

    protected static string?[] Names(IEnumerable<JsonElement> entities) =>
        [.. entities.Select(entity => entity.GetProperty("name").GetString())];

    protected Task<HttpResponseMessage> PostJsonAsync(string path, object body) => Gateway.CreateClient().PostAsJsonAsync(path, body);

    protected async Task<JsonElement> PostOkAsync(string path, object body, HttpStatusCode status = HttpStatusCode.OK)
    {
        var response = await PostJsonAsync(path, body);
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
