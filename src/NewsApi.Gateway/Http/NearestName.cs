namespace NewsApi.Gateway.Http;

/// <summary>Finds what somebody meant by a misspelt name.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the fewest typing errors from <paramref name="name"/>, the first of them in order of the alphabet when several
    /// are as near; null when even the nearest shares too little: more than half of the longer name would have to be typed anew.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.candidate is { } found && nearest.distance * 2 <= Math.Max(name.Length, found.Length) ? found : null;
    }

    /// <summary>
    /// Letters inserted, left out, exchanged, or swapped with their neighbour (optimal string alignment), upper and lower case alike.
    /// </summary>
    public static int Distance(string left, string right)
    {
        // A name can be as long as a request line; what is longer than any name of ours needs no exact count.
        const int Longest = 64;
        if (left.Length > Longest || right.Length > Longest)
            return Math.Max(left.Length, right.Length);

        var steps = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            steps[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            steps[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        for (var j = 1; j <= right.Length; j++)
        {
            var exchange = steps[i - 1, j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
            var least = Math.Min(exchange, Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1);
            var swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
            steps[i, j] = swapped ? Math.Min(least, steps[i - 2, j - 2] + 1) : least;
        }
        return steps[left.Length, right.Length];
    }

    static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
