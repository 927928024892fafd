using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Lexicons;

public sealed class PhraseLexiconTests
{
    static readonly PhraseLexicon Phrases = new([
        new LexiconEntry("x.tsv", 1, ["tin liên quan", "related_heading", "line"]),
        new LexiconEntry("x.tsv", 2, ["đọc thêm:", "inline_marker", "start"]),
        new LexiconEntry("x.tsv", 3, ["bản quyền thuộc về", "footer", "within"]),
        new LexiconEntry("x.tsv", 4, ["bình luận", "comments", "line"]),
        new LexiconEntry("x.tsv", 5, ["ý kiến", "comments", "within"]),
    ]);

    [Theory]
    [InlineData("Tin liên quan")]
    [InlineData("TIN LIÊN QUAN")]
    [InlineData("» Tin liên quan:")]
    [InlineData("[ Tin liên quan ]")]
    public void Find_WholeLine_WithoutTheMarksAround(string line) => Find(line).Whole.ShouldBe(PageCues.RelatedHeading);

    [Theory]
    [InlineData("Bình luận (12)")]
    [InlineData("Bình luận 1.204")]
    public void Find_WholeLineWithACount_IsThePhrase(string line) => Find(line).Whole.ShouldBe(PageCues.Comments);

    [Theory]
    [InlineData("Đọc thêm: Cầu mới thông xe")]
    [InlineData("• Đọc thêm: Cầu mới thông xe")]
    public void Find_Start_BehindBulletsToo(string line) => Find(line).Start.ShouldBe(PageCues.InlineMarker);

    [Fact]
    public void Find_Within_AnywhereInTheLine() => Find("© 2024. Bản quyền thuộc về Báo Mới.").Within.ShouldBe(PageCues.Footer);

    [Theory]
    [InlineData("Tin liên quan đến vụ cháy")]
    [InlineData("Ông cho biết có ý kiếng lạ")]
    [InlineData("Cầu mới thông xe")]
    [InlineData("")]
    public void Find_OtherLine_HasNoCue(string line) => Find(line).Any.ShouldBe(PageCues.None);

    [Theory]
    [InlineData("Đọc nhiều", PageCues.RelatedHeading)]
    [InlineData("Tin liên quan", PageCues.RelatedHeading)]
    [InlineData("Cùng chuyên mục", PageCues.RelatedHeading)]
    [InlineData("Chú thích ảnh", PageCues.CaptionMarker)]
    public void Find_ShippedPhrases_KnowTheGuidelinesExamples(string line, PageCues cue) =>
        (PhraseLexicon.Load().Find(Folding.Fold(line)).Whole & cue).ShouldBe(cue);

    static LineCues Find(string line) => Phrases.Find(Folding.Fold(line));
}
