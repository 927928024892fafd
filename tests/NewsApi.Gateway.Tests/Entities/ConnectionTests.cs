using System.Net;
using System.Text.Json;
using NewsApi.Gateway.Tests.Facts;

namespace NewsApi.Gateway.Tests.Entities;

public sealed class ConnectionTests : FactPageTests
{
    const string Held = "positionHeld stated person=Lê Sáu;position=Giám đốc;organization=Bến phà";
    const string Met = "meeting stated participants=Lê Sáu;participants=Trần Bảy";

    [Fact]
    public async Task Connections_AreByArticlesAndFactsTogether_TheClosestFirst()
    {
        await SubmitFactsAsync(Monday, Held, Met);
        await SubmitFactsAsync(Monday.AddDays(1), Met, "statement stated speaker=Ngô Tám;content=không");
        var (sau, bay, tam) = (await EntityAsync("Lê Sáu"), await EntityAsync("Trần Bảy"), await EntityAsync("Ngô Tám"));

        var connections = await ConnectionsAsync($"/v1/entities/{sau}/connections");

        connections
            .Select(item =>
                (
                    item.GetProperty("entity").GetProperty("name").GetString(),
                    item.GetProperty("articles").GetInt32(),
                    item.GetProperty("facts").GetInt32(),
                    item.GetProperty("weight").GetInt32()
                )
            )
            .ShouldBe([("Trần Bảy", 2, 2, 4), ("Bến phà", 1, 1, 2), ("Ngô Tám", 1, 0, 1)]);
        connections[0].GetProperty("association").GetDouble().ShouldBe(1);
        connections[1].GetProperty("association").GetDouble().ShouldBe(0.7071);
        connections[0].GetProperty("factTypes").EnumerateArray().Select(type => type.GetString()).ShouldBe(["meeting"]);
        var links = connections[0].GetProperty("links");
        (await GetJsonAsync(links.GetProperty("articles").GetString()!)).GetProperty("articles").GetArrayLength().ShouldBe(2);
        (await GetJsonAsync(links.GetProperty("facts").GetString()!)).GetProperty("facts").GetArrayLength().ShouldBe(2);

        (await ConnectionsAsync($"/v1/entities/{tam}/connections?type=person"))
            .Select(item => item.GetProperty("entity").GetProperty("id").GetGuid())
            .ShouldBe([sau, bay], ignoreOrder: true);
        (await ConnectionsAsync($"/v1/entities/{sau}/connections?seenTo=2026-03-03")).Length.ShouldBe(2);
        (await ConnectionsAsync($"/v1/entities/{sau}/connections?seenFrom=2026-04-01")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Connections_PageByPage_AreEachOnce()
    {
        await SubmitFactsAsync(Monday, Held, Met, "meeting stated participants=Lê Sáu;participants=Ngô Tám");
        var all = new List<string?>();
        for (var path = $"/v1/entities/{await EntityAsync("Lê Sáu")}/connections?pageSize=1"; path is not null; )
        {
            var page = await GetJsonAsync(path);
            all.Add(page.GetProperty("connections")[0].GetProperty("entity").GetProperty("name").GetString());
            path = page.TryGetProperty("nextPageToken", out var token)
                ? $"/v1/entities/{page.GetProperty("entityId").GetGuid()}/connections?pageSize=1&pageToken={token.GetString()}"
                : null;
        }
        all.ShouldBe(["Bến phà", "Ngô Tám", "Trần Bảy"], ignoreOrder: true);
    }

    [Fact]
    public async Task Activity_CountsByDayWeekAndMonth()
    {
        await SubmitFactsAsync(Monday, Held, Met);
        await SubmitFactsAsync(Monday.AddDays(2), Met, "a");
        await SubmitFactsAsync(Monday.AddDays(30), Held, "b");
        var path = $"/v1/entities/{await EntityAsync("Lê Sáu")}/activity";

        var days = await CountsAsync(path + "?from=2026-03-01&to=2026-03-04");
        days.ShouldBe([("2026-03-01", 0, 0, 0), ("2026-03-02", 1, 2, 2), ("2026-03-03", 0, 0, 0), ("2026-03-04", 1, 1, 1)]);
        (await CountsAsync(path + "?interval=week&from=2026-03-04&to=2026-03-09")).ShouldBe([
            ("2026-03-02", 2, 3, 3),
            ("2026-03-09", 0, 0, 0),
        ]);
        (await CountsAsync(path + "?interval=month"))
            .Where(month => month.Articles > 0)
            .ShouldBe([("2026-03-01", 2, 3, 3), ("2026-04-01", 1, 1, 1)]);
        (await CountsAsync(path)).Length.ShouldBe(90);
    }

    [Theory]
    [InlineData("activity?from=2026-03-04&to=2026-03-01", "to")]
    [InlineData("activity?from=2001-01-01", "from")]
    [InlineData("activity?interval=hour", "interval")]
    [InlineData("connections?pageSize=0", "pageSize")]
    [InlineData("connections?seenFrom=2026-03-04&seenTo=2026-03-01", "seenTo")]
    public async Task Parameters_ThatAreNotAllowed_AreNamed(string path, string parameter)
    {
        await SubmitFactsAsync(Monday, Held);
        await ShouldBeProblemAsync(
            await GetAsync($"/v1/entities/{await EntityAsync("Lê Sáu")}/{path}"),
            HttpStatusCode.BadRequest,
            "invalid-parameter",
            parameter
        );
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("connections")]
    public async Task Entity_ThatDoesNotExist_IsNotFound(string path) =>
        (await GetAsync($"/v1/entities/{Guid.NewGuid()}/{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    async Task<JsonElement[]> ConnectionsAsync(string path) => [.. (await GetJsonAsync(path)).GetProperty("connections").EnumerateArray()];

    async Task<(string? Start, int Articles, int Mentions, int Facts)[]> CountsAsync(string path) =>
        [
            .. (await GetJsonAsync(path))
                .GetProperty("counts")
                .EnumerateArray()
                .Select(item =>
                    (
                        item.GetProperty("start").GetString(),
                        item.GetProperty("articles").GetInt32(),
                        item.GetProperty("mentions").GetInt32(),
                        item.GetProperty("facts").GetInt32()
                    )
                ),
        ];
}
