using NewsApi.Evaluation.Rivals;
using NewsApi.Language.Documents;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Rivals;

public sealed class RivalTests
{
    static readonly string Long = string.Concat(Enumerable.Repeat("Sáng nay xã họp và bàn về con đường mà dân đã chờ từ lâu. ", 5)).Trim();

    [Fact]
    public void LongLines_LineOfAHundredCharacters_IsBody()
    {
        var document = BodyRule.LongLines($"Tựa bài\n{new string('a', 99)}\n\n{new string('a', 100)}");

        document.Lines.Select(line => line.Role).ShouldBe([LineRole.Title, LineRole.Widget, LineRole.Blank, LineRole.Paragraph]);
        document.Metadata.Title!.Text.ShouldBe("Tựa bài");
    }

    [Fact]
    public void LongLines_PageWithoutLongLine_HasNeitherBodyNorTitle()
    {
        var document = BodyRule.LongLines("Trang chủ\nThời sự");

        document.Lines.ShouldAllBe(line => line.Role == LineRole.Widget);
        document.Metadata.Title.ShouldBeNull();
    }

    [Fact]
    public void StopWords_ShortLineBetweenGoodOnes_IsBody()
    {
        var document = StopWordRule.Read($"Trang chủ\n{Long}\nTên một mục\n{Long}\nBản quyền");

        document
            .Lines.Select(line => line.Role)
            .ShouldBe([LineRole.Title, LineRole.Paragraph, LineRole.Paragraph, LineRole.Paragraph, LineRole.Widget]);
    }

    [Fact]
    public void StopWords_LongLineWithoutFunctionWords_IsNone()
    {
        var names = string.Join(", ", Enumerable.Repeat("Hà Nội, Huế, Đà Nẵng, Cần Thơ", 10));

        StopWordRule.Read($"Trang chủ\n{names}\n{Long}").Lines[1].Role.ShouldBe(LineRole.Widget);
    }
}
