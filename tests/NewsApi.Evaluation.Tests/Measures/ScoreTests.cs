using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Measures;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Measures;

/// <summary>The measures on cases small enough to count by hand.</summary>
public sealed class ScoreTests
{
    const string TwoLines = """{"lines": [{"line": 1, "role": "title"}, {"line": 2, "role": "lead", "alt": ["paragraph"]}]}""";

    [Fact]
    public void Lines_HalfRight_GivesAccuracyAndMacroF1()
    {
        var score = Score(TwoLines, """{"lines": [{"line": 1, "role": "title"}, {"line": 2, "role": "widget"}]}""");

        score.Lines.NonBlank.Accuracy.ShouldBe(0.5);
        score.Lines.MacroF1.ShouldBe(0.5);
        score.Lines.Content.Recall.ShouldBe(0.5);
        score.Errors.Lines.ShouldBe(["page\trole\t2\tgold lead\tpred widget"]);
    }

    [Theory]
    [InlineData(false, 1.0)]
    [InlineData(true, 0.5)]
    public void Lines_AlternativeRole_CountsUnlessStrict(bool strict, double accuracy)
    {
        var score = Score(TwoLines, """{"lines": [{"line": 1, "role": "title"}, {"line": 2, "role": "paragraph"}]}""", strict);

        score.Lines.NonBlank.Accuracy.ShouldBe(accuracy);
        score.Lines.Content.F1.ShouldBe(1);
    }

    [Fact]
    public void HasMentions_IsTrueFromTheFirstGoldThatMarksOne()
    {
        const string Marked = """{"mentions": [{"type": "PERSON", "line": 1, "start": 0, "end": 3, "text": "Lộc"}]}""";
        var score = Score(TwoLines, Marked);
        score.HasMentions.ShouldBeFalse("what is predicted does not count");

        score.Add("marked", AnnotationFile.Parse(Marked, "marked.gold.json"), null);
        score.Add("page", AnnotationFile.Parse(TwoLines, "page.gold.json"), null);
        score.HasMentions.ShouldBeTrue();
    }

    [Fact]
    public void Lines_Blank_CountsOnlyWithBlankLines()
    {
        var score = Score("""{"lines": [{"line": 1, "role": "blank"}]}""", "{}");

        score.Lines.NonBlank.Accuracy.ShouldBeNull();
        score.Lines.WithBlankLines.Accuracy.ShouldBe(0);
        score.Lines.Roles.ShouldBeEmpty();
    }

    [Fact]
    public void Mentions_OptionalGold_IsNeitherMissNorFalseAlarm()
    {
        const string Optional = """{"mentions": [{"type": "PERSON", "line": 1, "start": 0, "end": 5, "optional": true}]}""";

        Score(Optional, "{}").Mentions.Overall.F1.ShouldBeNull();
        Score(Optional, Optional).Mentions.Overall.F1.ShouldBeNull();
    }

    [Fact]
    public void Mentions_SpanFitsRequiredAndOptional_GoesToTheRequired()
    {
        var score = Score(
            """
            {"mentions": [
              {"type": "PERSON", "line": 1, "start": 0, "end": 5, "optional": true},
              {"type": "PERSON", "line": 1, "start": 0, "end": 5}]}
            """,
            """{"mentions": [{"type": "PERSON", "line": 1, "start": 0, "end": 5}]}"""
        );

        score.Mentions.Overall.F1.ShouldBe(1);
    }

    [Fact]
    public void Mentions_OtherType_CountsForSpanOnly()
    {
        var score = Score(
            """{"mentions": [{"type": "PERSON", "line": 1, "start": 0, "end": 5, "text": "Hà Nội"}]}""",
            """{"mentions": [{"type": "LOCATION", "line": 1, "start": 0, "end": 5, "text": "Hà Nội"}]}"""
        );

        score.Mentions.Overall.F1.ShouldBe(0);
        score.Mentions.SpanOnly.F1.ShouldBe(1);
        score.Errors.Lines.ShouldBe(["page\tmention missed\t1\tPERSON\tHà Nội", "page\tmention extra\t1\tLOCATION\tHà Nội"]);
    }

    [Fact]
    public void Positions_OtherPerson_CountsForSpanOnly()
    {
        var score = Score(
            """{"positions": [{"line": 1, "start": 0, "end": 5, "person": "A", "bare": true}]}""",
            """{"positions": [{"line": 1, "start": 0, "end": 5, "person": "B"}]}"""
        );

        score.Positions.Overall.F1.ShouldBe(0);
        score.Positions.SpanOnly.F1.ShouldBe(1);
        score.Positions.BareResolved.Accuracy.ShouldBe(0);
    }

    [Fact]
    public void Facts_MeetingWithAnotherParticipant_HasHalfCreditOnlyInItsOwnFigure()
    {
        var score = Score(
            """{"facts": [{"type": "meeting", "line": 1, "args": {"participants": ["A", "B", "C"]}}]}""",
            """{"facts": [{"type": "meeting", "line": 1, "args": {"participants": ["b", "a"]}}]}"""
        );

        score.Facts.Overall.F1.ShouldBe(0);
        score.Facts.MeetingRecall.ShouldBe(0.5);
    }

    [Fact]
    public void Facts_ParticipantsInOtherOrder_AreTheSameMeeting()
    {
        var score = Score(
            """{"facts": [{"type": "meeting", "line": 1, "args": {"participants": ["A", "B"], "time": "2024"}}]}""",
            """{"facts": [{"type": "meeting", "line": 2, "args": {"participants": ["b", "a"], "place": "Hà Nội"}}]}"""
        );

        score.Facts.Overall.F1.ShouldBe(1);
        score.Facts.EvidenceLine.Accuracy.ShouldBe(0);
        (score.Facts.Arguments.TruePositives, score.Facts.Arguments.FalsePositives, score.Facts.Arguments.FalseNegatives).ShouldBe(
            (1, 1, 1)
        );
        (score.Facts.Time.Accuracy, score.Facts.TimeGiven.Accuracy).ShouldBe((0, 0));
    }

    [Fact]
    public void Facts_ArgumentThatGoldLeavesOpen_IsNotExtra()
    {
        var score = Score(
            """{"facts": [{"type": "visit", "line": 1, "args": {"visitor": "A", "destination": "B"}, "open": ["time"]}]}""",
            """{"facts": [{"type": "visit", "line": 1, "args": {"visitor": "A", "destination": "B", "time": "2024"}}]}"""
        );

        score.Facts.Arguments.F1.ShouldBe(1);
    }

    [Theory]
    [InlineData("1.800", "1800 đại biểu", 1.0)]
    [InlineData("hai", "Hai", 1.0)]
    [InlineData("hai", "2", 0.0)]
    public void Facts_StatisticValue_IsComparedByDigitsElseByWords(string gold, string answer, double f1)
    {
        var score = Score(
            $$$"""{"facts": [{"type": "statistic", "line": 1, "args": {"value": "{{{gold}}}", "unit": "đại biểu"}}]}""",
            $$$"""{"facts": [{"type": "statistic", "line": 1, "args": {"value": "{{{answer}}}", "unit": "đại biểu"}}]}"""
        );

        score.Facts.Overall.F1.ShouldBe(f1);
    }

    [Fact]
    public void Facts_NoModality_MeansStated()
    {
        const string Stated = """{"facts": [{"type": "legal_reference", "line": 1, "args": {"document": "X"}, "modality": "stated"}]}""";
        const string Unmarked = """{"facts": [{"type": "legal_reference", "line": 1, "args": {"document": "X"}}]}""";

        Score(Stated, Unmarked).Facts.Modality.Accuracy.ShouldBe(1);
        Score(Unmarked, Stated).Facts.Modality.Total.ShouldBe(0);
    }

    [Fact]
    public void Metadata_NullInGold_IsAskedButNotGiven()
    {
        var score = Score("""{"metadata": {"title": "A", "lead": null}}""", """{"metadata": {"title": "a "}}""");

        score.Metadata.Values["title"].Accuracy.ShouldBe(1);
        score.Metadata.Values["lead"].Accuracy.ShouldBe(1);
        score.Metadata.ValuesWhereGiven["lead"].Accuracy.ShouldBeNull();
        score.Metadata.Values["source"].Accuracy.ShouldBeNull();
    }

    [Fact]
    public void Metadata_Lists_CountRepetitions()
    {
        var score = Score("""{"metadata": {"authors": ["A", "A", "B"]}}""", """{"metadata": {"authors": ["a", "C"]}}""");

        var authors = score.Metadata.Authors;
        (authors.TruePositives, authors.FalsePositives, authors.FalseNegatives).ShouldBe((1, 1, 2));
    }

    [Fact]
    public void Metadata_Kind_IsItsOwnFigure()
    {
        var score = Score("""{"metadata": {"kind": "listing"}}""", """{"metadata": {"kind": "article"}}""");

        score.Metadata.Kind.Accuracy.ShouldBe(0);
        score.Errors.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Add_NoPrediction_MissesEverything()
    {
        var score = new Score(strict: false);
        score.Add("page", AnnotationFile.Parse(TwoLines, "gold"), prediction: null);

        score.MissingPredictions.ShouldBe(1);
        score.Lines.NonBlank.Accuracy.ShouldBe(0);
    }

    static Score Score(string gold, string prediction, bool strict = false)
    {
        var score = new Score(strict);
        score.Add("page", AnnotationFile.Parse(gold, "gold"), AnnotationFile.Parse(prediction, "prediction"));
        return score;
    }
}
