using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsApi.SystemTests;

/// <summary>What five real pages say together of who holds which position, said what and met whom, through the whole house; held against their gold.</summary>
public sealed class SampleFactsTests : IAsyncLifetime
{
    const string Timeline = "Bùi Thanh Sơn";
    const string Speaker = "Lương Cường";

    readonly Stand _stand = new();
    GatewayProcess _gateway = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [SamplesFact]
    public async Task FivePages_TellPositionsStatementsAndAttendance()
    {
        _gateway = await _stand.StartAsync(GatewayProcess.Engine);
        await _gateway.ReadyEngineAsync();
        var gold = new Dictionary<Guid, JsonElement>();
        foreach (var page in Directory.GetFiles(SamplesFactAttribute.Samples, "*.txt").Order(StringComparer.Ordinal))
            gold.Add(
                await SubmitAsync(await File.ReadAllTextAsync(page)),
                JsonDocument
                    .Parse(
                        await File.ReadAllTextAsync(
                            Path.Combine(SamplesFactAttribute.Gold, Path.ChangeExtension(Path.GetFileName(page), "gold.json"))
                        )
                    )
                    .RootElement
            );
        gold.Count.ShouldBe(5);
        foreach (var article in gold.Keys)
            await Eventually.BeTrueAsync(
                async () => (await GetAsync($"/v1/facts?article={article}")).GetProperty("facts").GetArrayLength() > 0,
                () => $"the facts of {article} are not kept"
            );

        await PositionsHaveTheirArticlesAsync(gold);
        await StatementsAreThoseOfGoldAsync(gold);
        await SessionHasItsAttendeesAsync(gold);
        // The articles that name two holders of one post are years apart, and no page contradicts another.
        (await GetAsync("/v1/conflicts"))
            .GetProperty("conflicts")
            .GetArrayLength()
            .ShouldBe(0);
    }

    [SamplesFact]
    public async Task FivePages_InAnyOrderAndReadAgain_StateTheSame()
    {
        var pages = Directory.GetFiles(SamplesFactAttribute.Samples, "*.txt").Order(StringComparer.Ordinal).ToList();
        _gateway = await _stand.StartAsync(GatewayProcess.Engine);
        await _gateway.ReadyEngineAsync();
        var articles = await SubmitAllAsync(pages);
        var stated = await StatedAsync();
        stated.Count.ShouldBeGreaterThan(100);

        foreach (var article in articles)
        {
            using var response = await _gateway.Http.PostAsync($"/v1/articles/{article}:reprocess", null);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var told = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            told.GetProperty("lines").GetArrayLength().ShouldBe(0);
            foreach (var change in told.GetProperty("facts").EnumerateObject())
                change.Value.GetArrayLength().ShouldBe(0, change.Name);
        }
        (await StatedAsync()).ShouldBe(stated);

        await using var other = new Stand();
        _gateway = await other.StartAsync(GatewayProcess.Engine);
        await _gateway.ReadyEngineAsync();
        pages.Reverse();
        await SubmitAllAsync(pages);
        (await StatedAsync()).ShouldBe(stated);
    }

    async Task<List<Guid>> SubmitAllAsync(IEnumerable<string> pages)
    {
        var articles = new List<Guid>();
        foreach (var page in pages)
            articles.Add(await SubmitAsync(await File.ReadAllTextAsync(page)));
        foreach (var article in articles)
            await Eventually.BeTrueAsync(
                async () => (await GetAsync($"/v1/facts?article={article}")).GetProperty("facts").GetArrayLength() > 0,
                () => $"the facts of {article} are not kept"
            );
        return articles;
    }

    /// <summary>Every fact with its arguments by their names: ids of entities are made by who comes first.</summary>
    async Task<List<string>> StatedAsync()
    {
        var all = new List<string>();
        for (var path = "/v1/facts?pageSize=200"; path is not null; )
        {
            var page = await GetAsync(path);
            all.AddRange(
                page.GetProperty("facts")
                    .EnumerateArray()
                    .Select(fact =>
                        $"{fact.GetProperty("type")} {fact.GetProperty("modality")} {fact.GetProperty("articles")} "
                        + string.Join(
                            "; ",
                            fact.GetProperty("arguments")
                                .EnumerateArray()
                                .Select(argument => $"{argument.GetProperty("name")}={argument.GetProperty("value")}")
                                .Order(StringComparer.Ordinal)
                        )
                    )
            );
            path = page.TryGetProperty("nextPageToken", out var token) ? $"/v1/facts?pageSize=200&pageToken={token.GetString()}" : null;
        }
        all.Sort(StringComparer.Ordinal);
        return all;
    }

    async Task PositionsHaveTheirArticlesAsync(Dictionary<Guid, JsonElement> gold)
    {
        var timeline = (await GetAsync($"/v1/entities/{await EntityAsync(Timeline)}/positions"))
            .GetProperty("positions")
            .EnumerateArray()
            .ToList();

        foreach (var (article, page) in gold)
        foreach (var held in FactsOf(page, "position_held").Where(fact => Argument(fact, "person") == Timeline))
            timeline.ShouldContain(
                interval =>
                    Argument(held, "position")!.StartsWith(interval.GetProperty("position").GetString()!, StringComparison.Ordinal)
                    || interval.GetProperty("position").GetString()!.StartsWith(Argument(held, "position")!, StringComparison.Ordinal)
                    || IsSamePost(interval.GetProperty("position").GetString()!, Argument(held, "position")!)
                        && interval.GetProperty("articles").EnumerateArray().Any(stating => stating.GetProperty("id").GetGuid() == article),
                $"{Argument(held, "position")} in {article}"
            );
        timeline
            .Where(interval => interval.TryGetProperty("firstSeen", out _))
            .ShouldAllBe(interval =>
                interval.GetProperty("firstSeen").GetDateTimeOffset() <= interval.GetProperty("lastSeen").GetDateTimeOffset()
            );
    }

    // "Bộ trưởng Ngoại giao" and "Bộ trưởng Bộ Ngoại giao".
    static bool IsSamePost(string one, string other) =>
        one.Replace("Bộ trưởng Bộ ", "Bộ trưởng ", StringComparison.Ordinal)
        == other.Replace("Bộ trưởng Bộ ", "Bộ trưởng ", StringComparison.Ordinal);

    async Task StatementsAreThoseOfGoldAsync(Dictionary<Guid, JsonElement> gold)
    {
        var said = (await GetAsync($"/v1/entities/{await EntityAsync(Speaker)}/statements?pageSize=200"))
            .GetProperty("facts")
            .EnumerateArray()
            .Select(fact => Value(fact, "content"))
            .ToList();
        var wanted = gold
            .Values.SelectMany(page => FactsOf(page, "statement"))
            .Where(fact => Argument(fact, "speaker") == Speaker)
            .Select(fact => Argument(fact, "content"))
            .ToList();

        wanted.Count.ShouldBeGreaterThan(5);
        said.Count(content => wanted.Contains(content)).ShouldBe(wanted.Count);
        said.Count.ShouldBe(wanted.Count);
    }

    /// <summary>Found as a reader finds it: the meeting by its day, then those who were there by its article.</summary>
    async Task SessionHasItsAttendeesAsync(Dictionary<Guid, JsonElement> gold)
    {
        var meeting = (await GetAsync("/v1/facts?type=meeting&argument=time&value=2014-02-17"))
            .GetProperty("facts")
            .EnumerateArray()
            .Single();
        meeting
            .GetProperty("arguments")
            .EnumerateArray()
            .Count(argument => argument.GetProperty("name").GetString() == "participants")
            .ShouldBe(3);
        var article = (await GetAsync(meeting.GetProperty("links").GetProperty("self").GetString()!))
            .GetProperty("evidence")[0]
            .GetProperty("articleId")
            .GetGuid();
        var attendees = (await GetAsync($"/v1/facts?type=attendance&article={article}&pageSize=200"))
            .GetProperty("facts")
            .EnumerateArray()
            .Select(fact => Value(fact, "person"))
            .ToList();

        foreach (var person in FactsOf(gold[article], "attendance").Select(fact => Argument(fact, "person")))
            attendees.ShouldContain(person);
    }

    static IEnumerable<JsonElement> FactsOf(JsonElement page, string type) =>
        page.GetProperty("facts")
            .EnumerateArray()
            .Where(fact =>
                fact.GetProperty("type").GetString() == type
                && !(fact.TryGetProperty("optional", out var optional) && optional.GetBoolean())
            );

    static string? Argument(JsonElement fact, string name) => fact.GetProperty("args").GetProperty(name).GetString();

    static string? Value(JsonElement fact, string name) =>
        fact.GetProperty("arguments")
            .EnumerateArray()
            .Single(argument => argument.GetProperty("name").GetString() == name)
            .GetProperty("value")
            .GetString();

    async Task<Guid> EntityAsync(string name) =>
        (await GetAsync("/v1/entities?q=" + Uri.EscapeDataString(name))).GetProperty("entities")[0].GetProperty("id").GetGuid();

    async Task<Guid> SubmitAsync(string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "text/plain");
        using var response = await _gateway.Http.PostAsync("/v1/articles", content);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid();
    }

    async Task<JsonElement> GetAsync(string path)
    {
        using var response = await _gateway.Http.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}

/// <summary>A fact about the samples, which stand beside the repository. Without them it is skipped, except where CI=true: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class SamplesFactAttribute : FactAttribute
{
    public static string Samples { get; } = Path.Combine(GatewayProcess.QualityPages, "..", "..", "..", "..", "shared", "samples");

    public static string Gold { get; } = Path.Combine(GatewayProcess.QualityPages, "..", "..", "..", "..", "shared", "gold");

    public SamplesFactAttribute()
    {
        if (!Directory.Exists(Samples) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "There is no folder ../shared/samples.";
    }
}
