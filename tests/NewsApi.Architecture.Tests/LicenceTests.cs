using System.Xml.Linq;

namespace NewsApi.Architecture.Tests;

/// <summary>Every package is there with a licence that was looked at, and allows what this project does.</summary>
public sealed class LicenceTests
{
    const string Table = "docs/dependencies.md";

    static readonly string[] Allowed = ["Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "PostgreSQL"];

    [Fact]
    public void EveryPackage_StandsInTheTableOfLicences() => Packages().Except(Rows().Keys).ShouldBeEmpty($"missing in {Table}");

    [Fact]
    public void TheTable_NamesNoPackageThatIsGone() => Rows().Keys.Except(Packages()).ShouldBeEmpty($"too many in {Table}");

    [Fact]
    public void EveryLicence_IsAllowed() => Rows().Where(row => !Allowed.Contains(row.Value)).ShouldBeEmpty();

    static IEnumerable<string> Packages() =>
        XDocument
            .Parse(Repository.Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(item => item.Attribute("Include")!.Value);

    /// <summary>Package and licence: the first two columns of the rows.</summary>
    static Dictionary<string, string> Rows() =>
        Repository
            .Read(Table)
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| package ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(fields => fields[1], fields => fields[2], StringComparer.Ordinal);
}
