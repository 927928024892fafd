using DiffPlex;
using NewsApi.Text;

namespace NewsApi.Gateway.Articles;

/// <summary>Lines of one text in place of lines of another. Numbers are from 1, in the text that the lines are of.</summary>
/// <param name="OldLine">Where the deleted lines begin; where nothing was deleted, the line before which the new ones stand.</param>
/// <param name="Deleted">Lines of the old text; empty where lines only came in.</param>
/// <param name="NewLine">Where the inserted lines begin; where nothing was inserted, the line before which the old ones stood.</param>
/// <param name="Inserted">Lines of the new text; empty where lines only went out.</param>
public sealed record LineChange(int OldLine, IReadOnlyList<string> Deleted, int NewLine, IReadOnlyList<string> Inserted);

/// <summary>Tells what changed from one text to the next, by whole lines; end marks do not count.</summary>
public static class LineDiff
{
    /// <summary>
    /// Myers' algorithm costs the product of what differs. A revision with nothing in common with the one before, of the most lines that
    /// a page may have, would take minutes; what is cut short is then one change.
    /// </summary>
    const int MostLines = 4000;

    public static IReadOnlyList<LineChange> Between(string before, string after)
    {
        var (oldLines, newLines) = (Lines(before), Lines(after));
        var shorter = Math.Min(oldLines.Length, newLines.Length);
        var start = 0;
        while (start < shorter && oldLines[start] == newLines[start])
            start++;
        var end = 0;
        while (end < shorter - start && oldLines[^(end + 1)] == newLines[^(end + 1)])
            end++;
        return Compare(oldLines[start..^end], newLines[start..^end], start);
    }

    static IReadOnlyList<LineChange> Compare(string[] oldLines, string[] newLines, int start)
    {
        if (oldLines.Length == 0 && newLines.Length == 0)
            return [];
        var isOneChange = oldLines.Length == 0 || newLines.Length == 0 || oldLines.Length > MostLines || newLines.Length > MostLines;
        if (isOneChange)
            return [new LineChange(start + 1, oldLines, start + 1, newLines)];
        return
        [
            .. Differ
                .Instance.CreateDiffs(Join(oldLines), Join(newLines), ignoreWhiteSpace: false, ignoreCase: false, Chunker.Instance)
                .DiffBlocks.Select(block => new LineChange(
                    start + block.DeleteStartA + 1,
                    oldLines[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)],
                    start + block.InsertStartB + 1,
                    newLines[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]
                )),
        ];
    }

    static string[] Lines(string text) => [.. LineSplitter.Split(text).Select(span => text[span.Start..span.End])];

    /// <summary>A mark after every line, the last too: to the differ a text without a character has no line, and a blank line is one.</summary>
    static string Join(string[] lines) => string.Join('\n', lines) + '\n';

    /// <summary>Gives the differ the lines that were joined: its own would divide them at other marks than the engine does.</summary>
    sealed class Chunker : IChunker
    {
        public static readonly Chunker Instance = new();

        public IReadOnlyList<string> Chunk(string text) => text[..^1].Split('\n');
    }
}
