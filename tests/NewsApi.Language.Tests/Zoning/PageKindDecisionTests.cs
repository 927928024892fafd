using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class PageKindDecisionTests
{
    const string Text =
        "Sáng 12/5, ủy ban xã Bến Sậy khánh thành cây cầu gỗ dài 40 m bắc qua rạch, nối hai ấp bị chia cắt từ trận lũ năm ngoái và rút ngắn đường đến trường.";

    [Fact]
    public void Decide_NoText_IsOther() => Decide().Kind.ShouldBe(PageKind.Other);

    [Fact]
    public void Decide_HeadlineAndText_IsArticle() =>
        Decide(("Cầu gỗ Bến Sậy thông xe", "title"), (Text, "paragraph"))
            .ShouldBe((PageKind.Article, "The page has a headline and running text."));

    [Fact]
    public void Decide_TextWithoutHeadline_IsArticle() => Decide((Text, "paragraph")).Kind.ShouldBe(PageKind.Article);

    [Fact]
    public void Decide_ErrorMessageAlone_NamesItsLine()
    {
        var (kind, reason) = Decide(
            ("Trang chủ", "breadcrumb.head"),
            ("Không tìm thấy trang", "title"),
            ("Mời bạn quay lại sau.", "paragraph")
        );

        kind.ShouldBe(PageKind.Error);
        reason.ShouldStartWith("Line 2 is the message of an error page");
    }

    [Fact]
    public void Decide_ErrorWordsBesideAnArticle_IsArticle() =>
        Decide(
            ("Cầu gỗ Bến Sậy thông xe", "title"),
            (Text, "paragraph"),
            (Text.Replace("12/5", "13/5"), "paragraph"),
            (Text.Replace("12/5", "14/5"), "paragraph"),
            ("Không tìm thấy trang", "widget.tail")
        )
            .Kind.ShouldBe(PageKind.Article);

    [Theory]
    [InlineData(8, PageKind.Listing)]
    [InlineData(7, PageKind.Other)]
    public void Decide_TitlesOnly_IsListingIfThereAreMany(int titles, PageKind kind) =>
        Decide([.. Enumerable.Range(1, titles).Select(i => ($"Cây cầu thứ {i} của làng chài ven sông", "related_item.head"))])
            .Kind.ShouldBe(kind);

    [Fact]
    public void Decide_CookieWall_IsConsent() =>
        Decide(("Chúng tôi sử dụng cookie", "widget.head"), ("Chấp nhận tất cả", "widget.head")).Kind.ShouldBe(PageKind.Consent);

    static (PageKind Kind, string Reason) Decide(params (string Text, string State)[] lines)
    {
        var states = lines
            .Select(line => ZoneStates.TryParse(line.State, out var state) ? state : throw new ArgumentException(line.State, nameof(lines)))
            .ToArray();
        return PageKindDecision.Decide(
            ZonedPages.Page([.. lines.Select(line => line.Text)]),
            new ZoneReading(states, states, new int[states.Length])
        );
    }
}
