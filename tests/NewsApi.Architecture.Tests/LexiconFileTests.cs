using System.Text;

namespace NewsApi.Architecture.Tests;

/// <summary>Data is data: sorted, one entry a line, in NFC, with a header, so that a change of one entry is a change of one line.</summary>
public sealed class LexiconFileTests
{
    const string Header = "# ";
    const string Folder = "/Data/vi/";

    public static TheoryData<string> Lexicons =>
        [.. Repository.Files.Where(path => path.Contains(Folder) && path.EndsWith(".tsv", StringComparison.Ordinal))];

    [Fact]
    public void TheLexicons_AreFound() => Lexicons.Count.ShouldBeGreaterThanOrEqualTo(11);

    [Theory]
    [MemberData(nameof(Lexicons))]
    public void ALexicon_SaysWhatItsColumnsAreAndWhereItComesFrom(string path)
    {
        var header = Lines(path).TakeWhile(line => line.StartsWith(Header, StringComparison.Ordinal)).ToList();
        foreach (var key in new[] { "columns", "source", "licence", "date" })
            header.ShouldContain(
                line => line.StartsWith($"{Header}{key}: ", StringComparison.Ordinal) && line.Length > Header.Length + key.Length + 2,
                $"{path}: {key}"
            );
        Lines(path).Skip(header.Count).ShouldNotContain(line => line.StartsWith(Header, StringComparison.Ordinal), path);
    }

    [Theory]
    [MemberData(nameof(Lexicons))]
    public void ALexicon_EveryEntry_HasAllItsFields(string path)
    {
        var columns = Lines(path).Single(line => line.StartsWith("# columns: ", StringComparison.Ordinal)).Split('\t').Length;
        Entries(path)
            .Where(entry => entry.Split('\t') is var fields && (fields.Length != columns || fields.Any(string.IsNullOrWhiteSpace)))
            .ShouldBeEmpty(path);
    }

    [Theory]
    [MemberData(nameof(Lexicons))]
    public void ALexicon_IsSortedByItsLinesAndHasNoneTwice(string path)
    {
        var entries = Entries(path);
        entries.ShouldNotBeEmpty();
        entries.Zip(entries.Skip(1)).Where(pair => string.CompareOrdinal(pair.First, pair.Second) >= 0).ShouldBeEmpty(path);
    }

    [Theory]
    [MemberData(nameof(Lexicons))]
    public void ALexicon_IsInNfcAndEndsItsLinesInOneWay(string path)
    {
        Lines(path).Where(line => !line.IsNormalized(NormalizationForm.FormC) || line != line.TrimEnd()).ShouldBeEmpty(path);
        var text = Repository.Read(path);
        text.ShouldEndWith("\n");
        text.ShouldNotContain('\r');
        File.ReadAllBytes(Path.Combine(Repository.Root, path))[0].ShouldBe((byte)'#', "no byte order mark");
    }

    static string[] Lines(string path) => Repository.Read(path).TrimEnd('\n').Split('\n');

    static List<string> Entries(string path) => [.. Lines(path).Where(line => !line.StartsWith(Header, StringComparison.Ordinal))];
}
