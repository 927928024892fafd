using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class LeadRuleTests
{
    [Theory]
    [InlineData("title paragraph caption paragraph", "title lead caption paragraph")]
    [InlineData("title paragraph caption_marker caption paragraph", "title lead caption_marker caption paragraph")]
    [InlineData("title paragraph inline_related paragraph", "title lead inline_related paragraph")]
    [InlineData("title paragraph paragraph caption", "title paragraph paragraph caption")]
    [InlineData("title caption paragraph caption", "title caption paragraph caption")]
    [InlineData("title lead paragraph caption", "title lead paragraph caption")]
    [InlineData("title paragraph", "title paragraph")]
    [InlineData("paragraph caption", "paragraph caption")]
    public void Apply_FirstParagraphSetOffFromTheText_IsTheLead(string before, string after) => Applied(before, blanks: 0).ShouldBe(after);

    [Fact]
    public void Apply_BlankLineBehind_LeavesItToTheModel() =>
        Applied("title paragraph caption paragraph", blanks: 1).ShouldBe("title paragraph caption paragraph");

    static string Applied(string roles, int blanks)
    {
        int[] states = [.. roles.Split(' ').Select(StateOf)];
        var reading = new ZoneReading(states, [.. states], new int[states.Length]);

        LeadRule.Apply(reading, [.. states.Select(_ => blanks)]);

        return string.Join(' ', reading.States.Select(state => ZoneStates.Role(state).Name()));
    }

    static int StateOf(string role) =>
        Enumerable
            .Range(0, ZoneStates.Count)
            .First(state => ZoneStates.Role(state).Name() == role && ZoneStates.Part(state) == ZonePart.Body);
}
