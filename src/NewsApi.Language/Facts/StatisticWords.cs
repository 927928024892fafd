using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>The words around numbers: comparators.tsv and statistic_words.tsv, folded.</summary>
sealed class StatisticWords
{
    readonly List<string> counted = [];
    readonly List<string> measures = [];
    readonly List<string> openers = [];

    internal StatisticWords(IEnumerable<LexiconEntry> comparators, IEnumerable<LexiconEntry> words)
    {
        Comparators = [.. comparators.Select(entry => Folding.Fold(entry[0]))];
        foreach (var entry in words)
        {
            var kind = entry[1] switch
            {
                "counted" => counted,
                "measure" => measures,
                "opener" => openers,
                var other => throw entry.Error($"kind '{other}' is none of counted, measure, opener"),
            };
            kind.Add(Folding.Fold(entry[0]));
        }
    }

    public static StatisticWords Load() => new(LexiconFile.Read("vi/comparators.tsv"), LexiconFile.Read("vi/statistic_words.tsv"));

    /// <summary>"hơn", "khoảng".</summary>
    public IReadOnlyList<string> Comparators { get; }

    /// <summary>What ends the subject: "đạt", "tăng".</summary>
    public IReadOnlyList<string> Measures => measures;

    /// <summary>What stands before the subject and is no part of it: "trong đó".</summary>
    public IReadOnlyList<string> Openers => openers;

    /// <summary>Whether what a number word counts is of the public world: "học sinh", "ca mắc"; not "bên", "trụ cột".</summary>
    /// <param name="folded">What stands behind the number.</param>
    public bool IsWorthCounting(string folded) =>
        counted.Exists(noun =>
            folded.StartsWith(noun, StringComparison.Ordinal)
            && (folded.Length == noun.Length || !Letters.IsLetterOrDigit(folded[noun.Length]))
        );
}
