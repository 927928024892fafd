using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Reading;
using NewsApi.Text;

namespace NewsApi.Evaluation.Rivals;

/// <summary>
/// The well-known rule of length and stop words: a long block with many function words is good, one with some is near good, a short one is decided by its
/// neighbours. Our own writing, with the thresholds that rule is usually run with and the engine's list of function words.
/// </summary>
public static class StopWordRule
{
    const int ShortBlock = 70;
    const int LongBlock = 200;
    const double FewStopWords = 0.30;
    const double ManyStopWords = 0.32;

    static readonly WordSet StopWords = WordSet.Load("vi/function_words.tsv");

    enum Class
    {
        Bad,
        Short,
        NearGood,
        Good,
    }

    public static Document Read(string text) => BodyRule.Read(text, IsBody);

    static bool[] IsBody(IReadOnlyList<Line> lines)
    {
        var classes = lines.Select(line => ClassOf(line.Text)).ToArray();
        var settled = (Class[])classes.Clone();
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is Class.Short or Class.NearGood)
            {
                settled[i] = Settle(classes, i);
            }
        }

        return [.. settled.Select(one => one == Class.Good)];
    }

    static Class ClassOf(string text)
    {
        var share = StopWordShare(text);
        return text.Length < ShortBlock ? Class.Short
            : share >= ManyStopWords
                ? text.Length > LongBlock ? Class.Good
                    : Class.NearGood
            : share >= FewStopWords ? Class.NearGood
            : Class.Bad;
    }

    static double StopWordShare(string text)
    {
        var words = Folding.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? 0 : words.Count(word => StopWords.Contains(word.AsSpan().Trim(".,;:!?\"“”()"))) / (double)words.Length;
    }

    // Short: between good lines it is good. Near good: beside one good line it is.
    static Class Settle(Class[] classes, int i)
    {
        var before = Nearest(classes, i, -1);
        var after = Nearest(classes, i, 1);
        var isGood = classes[i] == Class.Short ? before == Class.Good && after == Class.Good : before == Class.Good || after == Class.Good;
        return isGood ? Class.Good : Class.Bad;
    }

    static Class Nearest(Class[] classes, int i, int step)
    {
        for (var at = i + step; at >= 0 && at < classes.Length; at += step)
        {
            if (classes[at] is Class.Good or Class.Bad)
            {
                return classes[at];
            }
        }

        return Class.Bad;
    }
}
