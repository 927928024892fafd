using System.Text;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Segmentation;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Lexicons;

public sealed class LexiconFileTests
{
    const string Header = "# columns: phrase\tkind\n";

    public static TheoryData<string> Shipped => [.. LexiconFile.Names.Where(name => name.StartsWith("vi/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Read_ShippedFile_IsSortedInNfcWithoutDuplicates(string name)
    {
        var lines = LexiconFile.Read(name).Select(entry => string.Join('\t', entry.Fields)).ToArray();

        lines.ShouldNotBeEmpty();
        lines.Where(line => !line.IsNormalized(NormalizationForm.FormC)).ShouldBeEmpty(name);
        lines.Zip(lines.Skip(1)).Where(pair => string.CompareOrdinal(pair.First, pair.Second) >= 0).ShouldBeEmpty(name);
    }

    [Fact]
    public void Read_HeaderAndBlankLines_AreLeftOutAndCounted()
    {
        var entries = Read(Header + "\nTin mới\twidget\n#\ttags\n");

        entries.Select(entry => (entry.Line, entry[0], entry[1])).ShouldBe([(3, "Tin mới", "widget"), (4, "#", "tags")]);
    }

    [Theory]
    [InlineData("a\tb\n\tb\n", "x.tsv, line 3: column 1 is empty")]
    [InlineData("a\t\n", "x.tsv, line 2: column 2 is empty")]
    [InlineData("a\t \n", "x.tsv, line 2: column 2 is empty")]
    public void Read_EmptyField_NamesFileAndLine(string text, string message) =>
        Should.Throw<LexiconException>(() => Read(Header + text)).Message.ShouldBe(message);

    [Fact]
    public void Entry_MissingColumn_NamesFileAndLine() =>
        Should.Throw<LexiconException>(() => Read(Header + "a\tb\n")[0][2]).Message.ShouldBe("x.tsv, line 2: column 3 is missing");

    [Fact]
    public void Read_NoSuchFile_NamesIt() =>
        Should
            .Throw<LexiconException>(() => LexiconFile.Read("vi/none.tsv").ToArray())
            .Message.ShouldBe("vi/none.tsv, line 0: no such data file");

    [Theory]
    [InlineData("Tin mới\tnews\tline", "x.tsv, line 2: cue 'news' is not known")]
    [InlineData("Tin mới\twidget\tend", "x.tsv, line 2: match 'end' is none of line, start, within")]
    [InlineData("Tin mới\twidget", "x.tsv, line 2: column 3 is missing")]
    public void PhraseLexicon_BrokenEntry_NamesFileAndLine(string line, string message) =>
        Fault(line, entries => new PhraseLexicon(entries)).ShouldBe(message);

    [Theory]
    [InlineData("ảnh\tmiddle", "x.tsv, line 2: position 'middle' is none of before, alone")]
    [InlineData("ảnh", "x.tsv, line 2: column 2 is missing")]
    public void CreditReader_BrokenEntry_NamesFileAndLine(string line, string message) =>
        Fault(line, entries => new CreditReader(entries)).ShouldBe(message);

    [Fact]
    public void Abbreviations_BrokenEntry_NamesFileAndLine() =>
        Fault("TP.\tcity", entries => new Abbreviations(entries)).ShouldBe("x.tsv, line 2: kind 'city' is not known");

    [Theory]
    [InlineData("no-such-feature\tparagraph=3", "x.tsv, line 2: 'no-such-feature' is not known")]
    [InlineData("@after.nowhere\tparagraph=3", "x.tsv, line 2: '@after.nowhere' is not known")]
    [InlineData("@start\tparagraf=3", "x.tsv, line 2: 'paragraf=3' is not state=weight")]
    [InlineData("@start\tparagraph", "x.tsv, line 2: 'paragraph' is not state=weight")]
    [InlineData("@start\tparagraph=3.5", "x.tsv, line 2: 'paragraph=3.5' is not state=weight")]
    [InlineData("@start\tparagraph=99999999999", "x.tsv, line 2: 'paragraph=99999999999' is not state=weight")]
    public void ZoneModel_BrokenEntry_NamesFileAndLine(string line, string message) => Fault(line, ZoneModel.Read).ShouldBe(message);

    static string Fault<T>(string line, Func<IEnumerable<LexiconEntry>, T> read) =>
        Should.Throw<LexiconException>(() => read(Read(Header + line))).Message;

    static LexiconEntry[] Read(string text)
    {
        using var reader = new StringReader(text);
        return [.. LexiconFile.Read("x.tsv", reader)];
    }
}
