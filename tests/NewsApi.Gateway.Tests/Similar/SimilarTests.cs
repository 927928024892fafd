using System.Net;
using System.Text.Json;
using NewsApi.Gateway.Tests.Articles;
using Xunit.Abstractions;

namespace NewsApi.Gateway.Tests.Similar;

public sealed class SimilarTests(ITestOutputHelper output) : ReadingTests
{
    const double LeastF1 = 0.95;

    static readonly string[] Text =
    [
        "Sáng nay, bến phà Cồn Lớn mở cửa trở lại sau ba tháng sửa chữa, sớm hơn kế hoạch hai tuần.",
        "Theo ban quản lý, hai chiếc phà mới chở được sáu mươi người và hai mươi xe máy mỗi chuyến.",
        "Người dân hai bờ mừng vì không còn phải đi vòng mười bốn cây số qua cầu treo cũ ở thượng nguồn.",
    ];

    async Task<Guid> KeepAsync(string title, IEnumerable<string> lines, params (string, string)[] claims)
    {
        var response = await Gateway.SubmitAsync(title + "\n\n" + string.Join("\n\n", lines), claims);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid();
    }

    [Fact]
    public async Task Similar_SixtyPairs_AreToldApart()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Similar", "pairs.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToList();
        rows.Count.ShouldBe(60);
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var (row, n) in rows.Select((row, n) => (row, n)))
        {
            var isCopy = row[0] == "copy";
            var one = await KeepAsync($"Bài {n}", TextChanges.ContentOf(row[1]), ("source", $"a-{n}"));
            var lines = isCopy ? TextChanges.Apply(TextChanges.ContentOf(row[1]), row[2]) : TextChanges.ContentOf(row[2]);
            var other = await KeepAsync($"Tin khác {n}", lines, ("source", $"b-{n}"));

            var found = (await GetJsonAsync($"/v1/articles/{one}/similar?minShare=0.05&limit=100"))
                .GetProperty("articles")
                .EnumerateArray()
                .FirstOrDefault(item => item.GetProperty("id").GetGuid() == other);
            var told = found.ValueKind == JsonValueKind.Object && found.GetProperty("isCopy").GetBoolean();
            right += isCopy && told ? 1 : 0;
            wrong += !isCopy && told ? 1 : 0;
            missed += isCopy && !told ? 1 : 0;
            if (isCopy != told)
                output.WriteLine($"{string.Join(' ', row)}: {(found.ValueKind == JsonValueKind.Object ? found : "nothing in common")}");
        }

        var f1 = 2.0 * right / (2 * right + wrong + missed);
        output.WriteLine($"F1 {f1:0.000}: {right} right, {wrong} wrong, {missed} missed");
        f1.ShouldBeGreaterThanOrEqualTo(LeastF1);
    }

    [Fact]
    public async Task Similar_OfACopy_TellsHowMuchAndWhichWasFirst()
    {
        var late = await KeepAsync("Phà chạy lại", Text, ("source", "a"), ("publishedAt", "2026-03-02T10:00:00+07:00"));
        var early = await KeepAsync("Bến phà mở cửa", Text, ("source", "b"), ("publishedAt", "2026-03-02T08:00:00+07:00"));
        await KeepAsync("Chuyện khác", ["Đội bóng phường Tám thắng giải mùa hè sau loạt sút luân lưu với đội chủ nhà hôm qua."]);

        var answer = await GetJsonAsync($"/v1/articles/{late}/similar");

        answer.GetProperty("firstSeen").GetGuid().ShouldBe(early);
        var other = answer.GetProperty("articles").EnumerateArray().ShouldHaveSingleItem();
        other.GetProperty("id").GetGuid().ShouldBe(early);
        other.GetProperty("link").GetString().ShouldBe($"/v1/articles/{early}");
        other.GetProperty("title").GetString().ShouldBe("Bến phà mở cửa");
        other.GetProperty("source").GetString().ShouldBe("b");
        other.GetProperty("isCopy").GetBoolean().ShouldBeTrue();
        (other.GetProperty("share").GetDouble(), other.GetProperty("resemblance").GetDouble()).ShouldBe((1, 1));
        other.TryGetProperty("differences", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Similar_WithDifferences_ShowsThemByLine()
    {
        var one = await KeepAsync("Phà chạy lại", Text, ("source", "a"));
        await KeepAsync("Bến phà mở cửa", [.. Text[..2], "Giá vé giữ nguyên."], ("source", "b"));

        var other = (await GetJsonAsync($"/v1/articles/{one}/similar?differences=true")).GetProperty("articles")[0];

        other.GetProperty("share").GetDouble().ShouldBeInRange(0.7, 1);
        var differences = other.GetProperty("differences").EnumerateArray().ToList();
        differences.Select(change => change.GetProperty("oldLine").GetInt32()).ShouldBe([1, 4]);
        differences[0].GetProperty("deleted")[0].GetString().ShouldBe("Phà chạy lại");
        differences[1].GetProperty("inserted")[0].GetString().ShouldBe("Giá vé giữ nguyên.");
    }

    [Fact]
    public async Task Collapse_OfACopy_LeavesTheFirst_AndAfterItsDeletionTheNext()
    {
        var first = await KeepAsync("Phà chạy lại", Text, ("source", "a"));
        var second = await KeepAsync("Bến phà mở cửa", Text, ("source", "b"));
        var third = await KeepAsync("Qua sông dễ hơn", Text[..2], ("source", "c"));
        var other = await KeepAsync(
            "Chuyện khác",
            ["Đội bóng phường Tám thắng giải mùa hè sau loạt sút luân lưu với đội chủ nhà hôm qua."]
        );

        (await CopyOfAsync(second), await CopyOfAsync(third)).ShouldBe((first, first));
        (await IdsAsync("?collapse=true")).ShouldBe([other, first]);
        (await IdsAsync("")).Count.ShouldBe(4);

        using var client = Gateway.CreateClient();
        (await client.DeleteAsync($"/v1/articles/{first}")).IsSuccessStatusCode.ShouldBeTrue();
        (await CopyOfAsync(second), await CopyOfAsync(third)).ShouldBe((null, second));
        (await IdsAsync("?collapse=true")).ShouldBe([other, second]);
    }

    [Fact]
    public async Task Collapse_AfterTheFirstGotAnotherText_TheNextIsTheFirst()
    {
        (string, string)[] claims = [("source", "a"), ("externalId", "1")];
        var first = await KeepAsync("Phà chạy lại", Text, claims);
        var second = await KeepAsync("Bến phà mở cửa", Text, ("source", "b"));
        (await CopyOfAsync(second)).ShouldBe(first);

        (
            await KeepAsync("Phà chạy lại", ["Bản tin đã được rút lại để kiểm tra số liệu, tòa soạn xin lỗi bạn đọc về sự cố này."], claims)
        ).ShouldBe(first);
        (await CopyOfAsync(second)).ShouldBeNull();

        (await KeepAsync("Phà chạy lại", [.. Text, "Vé đi phà vẫn giữ giá cũ."], claims)).ShouldBe(first);
        (await CopyOfAsync(second)).ShouldBe(first);
    }

    async Task<Guid?> CopyOfAsync(Guid id) =>
        (await GetJsonAsync($"/v1/articles/{id}")).TryGetProperty("copyOf", out var first) ? first.GetGuid() : null;

    async Task<List<Guid>> IdsAsync(string query) =>
        [
            .. (await GetJsonAsync("/v1/articles" + query))
                .GetProperty("articles")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetGuid()),
        ];

    [Fact]
    public async Task Similar_AfterADeletion_TheOtherIsGone()
    {
        var one = await KeepAsync("Phà chạy lại", Text, ("source", "a"));
        var other = await KeepAsync("Bến phà mở cửa", Text, ("source", "b"));
        using var client = Gateway.CreateClient();
        (await client.DeleteAsync($"/v1/articles/{other}")).IsSuccessStatusCode.ShouldBeTrue();

        (await GetJsonAsync($"/v1/articles/{one}/similar")).GetProperty("articles").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("minShare=0.01", "minShare")]
    [InlineData("limit=0", "limit")]
    public async Task Similar_OfAParameterThatIsNotAllowed_IsRefused(string query, string name)
    {
        var one = await KeepAsync("Phà chạy lại", Text);
        using var client = Gateway.CreateClient();
        using var response = await client.GetAsync($"/v1/articles/{one}/similar?{query}");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"{name}\"");
    }
}
