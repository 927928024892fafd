namespace NewsApi.Text.Tests;

public sealed class LineSplitterTests
{
    public static TheoryData<int> Seeds { get; } = GeneratedTexts.Seeds(200);

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("một", new[] { "một" })]
    [InlineData("một\nhai", new[] { "một", "hai" })]
    [InlineData("một\r\nhai\rba", new[] { "một", "hai", "ba" })]
    [InlineData("một\u0085hai\u2028ba\u2029bốn", new[] { "một", "hai", "ba", "bốn" })]
    [InlineData("một\n", new[] { "một" })]
    [InlineData("\n", new[] { "" })]
    [InlineData("\n\n", new[] { "", "" })]
    [InlineData("\r\n\r\n", new[] { "", "" })]
    [InlineData("\n\r", new[] { "", "" })]
    [InlineData("một\r", new[] { "một" })]
    // A form feed and a vertical tab stand inside lines.
    [InlineData("một\fhai\vba", new[] { "một\fhai\vba" })]
    public void Split_GivesTheLinesWithoutTheirEnds(string text, string[] lines) =>
        LineSplitter.Split(text).Select(span => span.Slice(text)).ShouldBe(lines);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Count_IsHowManySplitGives(int seed)
    {
        var text = GeneratedTexts.Of(seed);
        LineSplitter.Count(text).ShouldBe(LineSplitter.Split(text).Count);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Split_LinesAndWhatStandsBetween_AreTheWholeText(int seed)
    {
        const string Marks = "\n\r\u0085\u2028\u2029";
        var text = GeneratedTexts.Of(seed);
        var at = 0;
        foreach (var line in LineSplitter.Split(text))
        {
            text[at..line.Start].ShouldAllBe(c => Marks.Contains(c));
            line.Slice(text).ShouldNotContain(c => Marks.Contains(c));
            at = line.End;
        }

        text[at..].ShouldAllBe(c => Marks.Contains(c));
        (text.Length - at).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Split_OneLineOfAMillionCharacters_IsOneLine()
    {
        var text = new string('ă', 1_000_000);
        LineSplitter.Split(text).ShouldBe([new TextSpan(0, text.Length)]);
        LineSplitter.Count(text).ShouldBe(1);
    }
}
