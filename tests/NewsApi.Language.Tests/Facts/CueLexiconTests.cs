using NewsApi.Language.Facts;
using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Tests.Facts;

public sealed class CueLexiconTests
{
    static CueLexicon Lexicon(params string[] rows) => new(rows.Select((row, at) => new LexiconEntry("cues.tsv", at + 1, row.Split('\t'))));

    [Fact]
    public void Find_LongerPhrase_WinsAndHidesTheShorterOnesInIt()
    {
        var found = Lexicon("tiếp\tmeet", "tiếp nhận\tother", "nhận\tissue").Find("bộ tiếp nhận 5 hồ sơ").ToList();

        found.Select(cue => (cue.Span.Start, cue.Span.End, cue.Cue)).ShouldBe([(3, 12, Cue.Other)]);
    }

    [Fact]
    public void Find_PartOfAWord_IsNone() => Lexicon("tin\tsay").Find("ông tính toán").ShouldBeEmpty();

    [Fact]
    public void Constructor_UnknownCue_NamesTheLine() =>
        Should.Throw<LexiconException>(() => Lexicon("nói\tsay", "kể\tsays")).Message.ShouldBe("cues.tsv, line 2: cue 'says' is not known");
}
