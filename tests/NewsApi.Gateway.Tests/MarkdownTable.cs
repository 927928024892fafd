namespace NewsApi.Gateway.Tests;

/// <summary>Reads the tables of a document in docs/.</summary>
public static class MarkdownTable
{
    /// <summary>The cells of every row whose first cell is code, code marks left out.</summary>
    public static IReadOnlyList<string[]> Rows(string document) =>
        [
            .. File.ReadLines(Path.Combine(Repository(), "docs", document))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim().Trim('`')).ToArray()),
        ];

    /// <summary>The folder with the solution, above the tests' binaries.</summary>
    public static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsApi.sln")))
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("There is no NewsApi.sln above " + AppContext.BaseDirectory);
        return folder;
    }
}
