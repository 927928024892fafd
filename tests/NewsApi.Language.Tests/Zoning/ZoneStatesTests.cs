using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class ZoneStatesTests
{
    static string[] Names(params LineRole[] roles) => [.. ZoneStates.Of(roles).Select(ZoneStates.Name)];

    [Fact]
    public void Of_Article_PartsBeginAndEndWithContent() =>
        Names(LineRole.Widget, LineRole.Title, LineRole.Widget, LineRole.Paragraph, LineRole.Widget)
            .ShouldBe(["widget.head", "title", "widget.body", "paragraph", "widget.tail"]);

    [Fact]
    public void Of_PhotoAboveTheTitle_IsPartOfTheHead() =>
        Names(LineRole.Caption, LineRole.Published, LineRole.Title, LineRole.Paragraph)
            .ShouldBe(["caption.head", "published.head", "title", "paragraph"]);

    [Fact]
    public void Of_PageWithoutContent_IsHead() => Names(LineRole.Widget, LineRole.Footer).ShouldBe(["widget.head", "footer.head"]);

    [Theory]
    [InlineData(LineRole.Paragraph, LineRole.Title)]
    [InlineData(LineRole.Lead, LineRole.Title)]
    public void Of_OtherContentAboveTheTitle_Throws(LineRole first, LineRole second) =>
        Should.Throw<ArgumentException>(() => ZoneStates.Of([first, second]));

    [Fact]
    public void Of_SecondTitle_Throws() =>
        Should.Throw<ArgumentException>(() => ZoneStates.Of([LineRole.Title, LineRole.Paragraph, LineRole.Title]));

    [Fact]
    public void EveryState_HasAName_ThatLeadsBackToIt()
    {
        for (var state = 0; state < ZoneStates.Count; state++)
        {
            ZoneStates.TryParse(ZoneStates.Name(state), out var back).ShouldBeTrue();
            back.ShouldBe(state);
        }
    }

    [Fact]
    public void NeedsNoArticle_IsTrueOfNoContent()
    {
        for (var state = 0; state < ZoneStates.Count; state++)
        {
            (ZoneStates.NeedsNoArticle(state) && ZoneStates.Role(state).IsContent()).ShouldBeFalse();
        }
    }
}
