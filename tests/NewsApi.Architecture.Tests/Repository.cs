using System.Reflection;

namespace NewsApi.Architecture.Tests;

/// <summary>The files of the repository that people write: nothing built, fetched or kept at run time.</summary>
static class Repository
{
    /// <summary>Folders that .gitignore names, and git's own.</summary>
    static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        ".git",
        ".idea",
        ".vs",
        "TestResults",
        "artifacts",
        "bin",
        "data",
        "node_modules",
        "obj",
    };

    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Root").Value!;

    /// <summary>Paths from the root, with "/", in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    static IEnumerable<string> Walk(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))).SelectMany(Walk));
}
