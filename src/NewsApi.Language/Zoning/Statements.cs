namespace NewsApi.Language.Zoning;

/// <summary>
/// Rows of boxed statements: "Bộ trưởng Nguyễn Văn A: …", then "Chủ nhiệm Trần Thị B: …", each speaker once. Where speakers come again, they
/// take turns in a conversation.
/// </summary>
static class Statements
{
    // A statement may have a second paragraph.
    public const int Near = 2;

    /// <returns>For each line whether it opens a statement of such a row.</returns>
    public static bool[] Find(IReadOnlyList<LineFacts> lines)
    {
        var isOne = new bool[lines.Count];
        var speakers = Enumerable.Range(0, lines.Count).Where(i => lines[i].HasNamedSpeaker).ToArray();
        var timesByName = speakers
            .GroupBy(i => lines[i].Speaker.ToString(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        if (timesByName.Values.Any(times => times > 1))
        {
            return isOne;
        }

        for (var n = 1; n < speakers.Length; n++)
        {
            if (speakers[n] - speakers[n - 1] <= Near)
            {
                (isOne[speakers[n - 1]], isOne[speakers[n]]) = (true, true);
            }
        }

        return isOne;
    }
}
