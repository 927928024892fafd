using System.Xml.Linq;

namespace NewsApi.Architecture.Tests;

/// <summary>What a project file says: its SDK, and the projects, packages and frameworks that it refers to itself.</summary>
sealed record Project(
    string Name,
    string Path,
    string Sdk,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Frameworks
)
{
    public static IReadOnlyList<Project> All { get; } =
    [.. Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).Select(Load)];

    public static IEnumerable<Project> In(string folder) =>
        All.Where(project => project.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    public static Project Named(string name) => All.Single(project => project.Name == name);

    /// <summary>With what its projects refer to in turn.</summary>
    public IReadOnlySet<string> AllProjects()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(Projects);
        while (left.TryDequeue(out var name))
        {
            if (found.Add(name))
                Named(name).Projects.ToList().ForEach(left.Enqueue);
        }
        return found;
    }

    static Project Load(string path)
    {
        var xml = XDocument.Parse(Repository.Read(path)).Root!;
        return new(
            NameOf(path),
            path,
            xml.Attribute("Sdk")!.Value,
            [.. Includes(xml, "ProjectReference").Select(NameOf)],
            [.. Includes(xml, "PackageReference")],
            [.. Includes(xml, "FrameworkReference")]
        );
    }

    static IEnumerable<string> Includes(XElement xml, string item) =>
        xml.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>().Where(value => !value.Contains('*'));

    static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
