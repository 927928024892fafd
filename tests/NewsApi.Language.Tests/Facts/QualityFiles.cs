namespace NewsApi.Language.Tests.Facts;

/// <summary>Files of tests/quality, found from where the tests run.</summary>
static class QualityFiles
{
    static readonly string Root = Find();

    public static string Path(string file) => System.IO.Path.Combine(Root, file);

    /// <summary>The texts of a folder, relative to tests/quality, in ordinal order.</summary>
    public static IEnumerable<string> Under(string folder) =>
        Directory
            .EnumerateFiles(Path(folder), "*.txt")
            .Select(file => System.IO.Path.GetRelativePath(Root, file))
            .Order(StringComparer.Ordinal);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var quality = System.IO.Path.Combine(folder.FullName, "tests", "quality");
            if (Directory.Exists(quality))
            {
                return quality;
            }
        }

        throw new DirectoryNotFoundException("tests/quality is in no folder above the tests.");
    }
}
