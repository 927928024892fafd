using NewsApi.Evaluation.Floors;
using NewsApi.Language.Documents;
using NewsApi.Text;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Floors;

/// <summary>Sets of paragraphs are held to the figures of mentions and positions, sets of pages to those and all others.</summary>
public sealed class ParagraphFloorsTests : IDisposable
{
    const string Text = "Ông Lộc nói.";

    const string Lines = "\"metadata\": {\"kind\": \"article\"}, \"lines\": [{\"line\": 1, \"role\": \"paragraph\"}]";

    const string Mentions =
        "\"mentions\": [{\"type\": \"PERSON\", \"line\": 1, \"start\": 4, \"end\": 7, \"text\": \"Lộc\", \"entity\": \"Trần Văn Lộc\"}]";

    static readonly string[] OfMentions = ["mentionsF1", "mentionsMacroF1", "personsF1", "resolvedNames"];

    readonly TemporaryFolder folder = new();
    readonly StringWriter output = new();

    public ParagraphFloorsTests()
    {
        folder.Write("NewsApi.sln", "");
        folder.Write("set/a.txt", Text);
        folder.Write("set/a.gold.json", $$"""{{{Lines}}, {{Mentions}}}""");
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    [Fact]
    public void Update_SetOfParagraphs_HasFiguresOfMentionsAlone()
    {
        Update("\"paragraphs\": true");

        var latest = Latest();
        latest.Keys.ShouldBeSubsetOf(Figure.All.Where(figure => figure.OfMentions).Select(figure => figure.Name));
        OfMentions.ShouldBeSubsetOf(latest.Keys);
        (latest["mentionsF1"], latest["resolvedNames"]).ShouldBe((1, 1));
        Set().Paragraphs.ShouldBeTrue();
    }

    [Fact]
    public void Update_SetOfPagesWhoseGoldMarksMentions_HasBoth()
    {
        Update();

        Latest().Keys.ShouldContain("roleAccuracy");
        OfMentions.ShouldBeSubsetOf(Latest().Keys);
        File.ReadAllText(Path).ShouldNotContain("paragraphs");
    }

    [Fact]
    public void Update_SetOfPagesWhoseGoldMarksNone_HasNoFigureOfMentions()
    {
        folder.Write("set/a.gold.json", $$"""{{{Lines}}}""");
        Update();

        Latest().Keys.ShouldContain("roleAccuracy");
        Latest().Keys.ShouldNotContain(name => Figure.All.Single(figure => figure.Name == name).OfMentions);
    }

    [Fact]
    public void Run_ParagraphsUnderTheirFloor_Fail()
    {
        Update("\"paragraphs\": true, \"floor\": {\"mentionsF1\": 1}");

        new FloorsCheck(_ => throw new InvalidOperationException("pages"), output, false, (_, _) => Page()).Run(Path);

        output.ToString().ShouldContain("set  mentionsF1       0.0000  floor 1.0000  first run 1.0000  FAILED: under its floor");
    }

    [Fact]
    public void Run_ParagraphsThatNothingReads_IsAnError()
    {
        Write("\"paragraphs\": true");

        Should
            .Throw<InputException>(() => new FloorsCheck(_ => Page(), output, failOnMissing: false).Run(Path))
            .Message.ShouldBe("set set: nothing reads paragraphs here");
    }

    [Fact]
    public void Run_ParagraphsWithGoldElsewhere_IsAnError()
    {
        Write("\"paragraphs\": true, \"gold\": \"elsewhere\"");

        Should.Throw<InputException>(() => Check().Run(Path)).Message.ShouldEndWith("set set: the gold of paragraphs stands beside them");
    }

    string Path => folder["floors.json"];

    void Update(string more = "")
    {
        Write(more);
        Check().Run(Path, new FloorsUpdate("2026-11-26"));
    }

    void Write(string more) =>
        folder.Write("floors.json", $$"""{"sets": [{"name": "set", "pages": "set"{{(more == "" ? "" : ", " + more)}}}]}""");

    /// <summary>What reads pages and what reads paragraphs say the same.</summary>
    FloorsCheck Check() => new(_ => Page(Loc()), output, failOnMissing: false, (_, _) => Page(Loc()));

    FloorSet Set() => FloorsFile.Read(Path).Sets.Single();

    Dictionary<string, double> Latest() => Set().Latest.ShouldNotBeNull();

    static Mention Loc() => new(new TextSpan(4, 7), 1, EntityType.Person, "Lộc", "Trần Văn Lộc", 1, null);

    static Document Page(params IReadOnlyList<Mention> mentions) => SamplePages.Of("", LineRole.Paragraph) with { Mentions = mentions };
}
