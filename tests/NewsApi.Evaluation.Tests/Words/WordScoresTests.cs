using NewsApi.Evaluation.Words;
using NewsApi.Language.Segmentation;
using NewsApi.Text;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Words;

public sealed class WordScoresTests
{
    [Fact]
    public void Compare_Spans_CountsThoseInBoth()
    {
        var counts = SpanCounts.Compare(
            new HashSet<TextSpan> { new(0, 2), new(2, 3), new(3, 6) },
            new HashSet<TextSpan> { new(0, 2), new(2, 6) }
        );

        counts.ShouldBe(new SpanCounts(Gold: 3, Found: 2, Shared: 1));
        (counts.Precision, counts.Recall, counts.F1).ShouldBe((0.5, 1.0 / 3, 0.4));
    }

    [Fact]
    public void F1_NothingToFind_IsZero() => new SpanCounts().F1.ShouldBe(0);

    [Fact]
    public void Measure_GoldThatTheEngineAgreesWith_IsWhole()
    {
        var scores = Measure(
            new ConlluSentence("Quốc hội họp.", [new(0, 8), new(9, 12), new(12, 13)], OpensParagraph: true),
            new ConlluSentence("Họ về.", [new(0, 2), new(3, 5), new(5, 6)], OpensParagraph: false)
        );

        scores.All.ShouldBe(new SpanCounts(6, 6, 6));
        scores.SeveralSyllables.ShouldBe(new SpanCounts(1, 1, 1));
        scores.Sentences.ShouldBe(new SpanCounts(2, 2, 2));
    }

    [Fact]
    public void Measure_WordsThatGoldCutsElsewhere_AreWrong()
    {
        var scores = Measure(new ConlluSentence("Quốc hội họp.", [new(0, 4), new(5, 8), new(9, 13)], OpensParagraph: true));

        scores.All.ShouldBe(new SpanCounts(Gold: 3, Found: 3, Shared: 0));
        scores.SeveralSyllables.ShouldBe(new SpanCounts(Gold: 0, Found: 1, Shared: 0));
    }

    static WordScores Measure(params ConlluSentence[] gold) => WordScores.Measure(gold, WordSegmenter.Load(), SentenceSplitter.Load());
}
