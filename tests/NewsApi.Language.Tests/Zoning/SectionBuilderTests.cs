using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class SectionBuilderTests
{
    [Fact]
    public void Build_TextBeforeTheFirstHeading_IsASectionWithoutOne()
    {
        var sections = SectionBuilder.Build(
            ZonedPages.Of(
                (LineRole.Title, "Cầu mới"),
                (LineRole.Lead, "Cầu đã thông xe."),
                (LineRole.Paragraph, "Sáng nay, cầu thông xe."),
                (LineRole.Heading, "Chờ đợi mười năm"),
                (LineRole.PullQuote, "Ông Lê An, trưởng thôn: Bà con chờ đã lâu."),
                (LineRole.InlineRelated, "Cầu cũ đã gãy"),
                (LineRole.Paragraph, "Dân góp 3.000 ngày công."),
                (LineRole.Caption, "Cầu nhìn từ bờ nam."),
                (LineRole.RelatedItem, "Tin khác")
            )
        );

        sections.Select(section => section.Heading?.Text).ShouldBe([null, "Chờ đợi mười năm"]);
        sections[0].Blocks.Select(block => block.Text.Text).ShouldBe(["Sáng nay, cầu thông xe."]);
        sections[1].Blocks.Select(block => block.Kind).ShouldBe([BlockKind.PullQuote, BlockKind.Paragraph]);
    }

    [Fact]
    public void Build_HeadingsWithNothingBetween_AreKept() =>
        SectionBuilder.Build(ZonedPages.Of((LineRole.Heading, "Phần một"), (LineRole.Heading, "Chuyến đò"))).Count.ShouldBe(2);

    [Fact]
    public void Build_PageWithoutBody_HasNoSection() =>
        SectionBuilder.Build(ZonedPages.Of((LineRole.RelatedItem, "Tin khác"))).ShouldBeEmpty();
}
