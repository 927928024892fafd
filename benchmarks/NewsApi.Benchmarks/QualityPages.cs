namespace NewsApi.Benchmarks;

/// <summary>The pages of tests/quality. Benchmarks run in a folder of their own below the repository.</summary>
static class QualityPages
{
    const string Pages = "tests/quality/pages";

    /// <summary>In the order of their names.</summary>
    public static string[] Paths()
    {
        var paths = Directory.GetFiles(Path.Combine(Root(), Pages), "*.txt", SearchOption.AllDirectories);
        Array.Sort(paths, StringComparer.Ordinal);
        return paths;
    }

    static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Pages)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has {Pages}.");
    }
}
