using NewsApi.Evaluation.Topics;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Topics;

public sealed class TopicScoresTests
{
    static readonly TopicGold Water = new("a.txt", ["11", "06"], ["04"]);

    [Fact]
    public void Add_AllThatIsAsked_IsRightWhateverElseMayBeFound()
    {
        var scores = new TopicScores();

        scores.Add(Water, ["11", "04", "06"]);

        (scores.Right, scores.Extra, scores.Missed, scores.MainRight).ShouldBe((2, 0, 0, 1));
        (scores.F1, scores.Main).ShouldBe((1, 1));
    }

    [Fact]
    public void Add_AnotherTopic_IsTooManyAndWhatIsNotFoundIsMissed()
    {
        var scores = new TopicScores();

        scores.Add(Water, ["06", "15"]);
        scores.Add(Water, []);

        (scores.Right, scores.Extra, scores.Missed, scores.MainRight).ShouldBe((1, 1, 3, 0));
        scores.F1.ShouldBe(2 / 6.0, 1e-9);
    }

    [Fact]
    public void Nothing_ScoresNothing() => (new TopicScores().F1, new TopicScores().Main).ShouldBe((0, 0));

    [Theory]
    [InlineData("a.txt\t11\n", "(1)")]
    [InlineData("# pages\na.txt\t\t04\n", "(2)")]
    [InlineData("a.txt\tpolitics\t\n", "(1)")]
    [InlineData("a.txt\t11\t\na.txt\t06\t\n", "comes twice")]
    [InlineData("# pages\n", "no pages")]
    public void Read_BrokenFile_TellsWhere(string text, string told)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("topics.tsv", text);

        Should.Throw<InputException>(() => TopicGold.Read(path)).Message.ShouldContain(told);
    }

    [Fact]
    public void Read_Rows_GivesTheirCodes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("topics.tsv", "# pages\nb/a.txt\t11,06\t\n");

        var gold = TopicGold.Read(path).ShouldHaveSingleItem();

        (gold.Page, string.Join(' ', gold.Required), gold.Optional.Count).ShouldBe(("b/a.txt", "11 06", 0));
    }
}
