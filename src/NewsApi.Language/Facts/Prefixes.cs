using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Facts;

static class Prefixes
{
    /// <summary>How long the longest phrase of a set is that a folded text begins with, up to a blank or the end; 0 where there is none.</summary>
    public static int LongestIn(WordSet words, string folded)
    {
        var best = 0;
        for (var end = folded.IndexOf(' '); ; end = folded.IndexOf(' ', end + 1))
        {
            var length = end < 0 ? folded.Length : end;
            best = words.Contains(folded.AsSpan(0, length)) ? length : best;
            if (end < 0)
            {
                return best;
            }
        }
    }
}
