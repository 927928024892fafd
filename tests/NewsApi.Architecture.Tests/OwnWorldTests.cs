using System.Text.RegularExpressions;

namespace NewsApi.Architecture.Tests;

/// <summary>The repository speaks of itself alone: of no machine it was written on, and of no server that packages happened to come from.</summary>
public sealed partial class OwnWorldTests
{
    /// <summary>In pieces, so that this file names none of them.</summary>
    static readonly string[] Registries =
    [
        "nuget" + ".org",
        "registry" + ".npmjs",
        "registry" + ".yarnpkg",
        "pypi" + ".org",
        "files.python" + "hosted",
        "proxy.golang" + ".org",
        "crates" + ".io",
        "mcr.micro" + "soft.com",
    ];

    static readonly HashSet<string> Images = new(StringComparer.Ordinal) { ".png", ".ico", ".woff2", ".gz", ".br" };

    static IEnumerable<(string Path, string Text)> Texts =>
        Repository.Files.Where(path => !Images.Contains(Path.GetExtension(path))).Select(path => (path, Repository.Read(path)));

    [Fact]
    public void NoFile_NamesAPackageRegistry() =>
        // Images for containers have to be named by their server: nothing else says where to find them.
        Texts
            .Where(file => !Path.GetFileName(file.Path).StartsWith("Dockerfile", StringComparison.Ordinal))
            .Where(file => Registries.Any(host => file.Text.Contains(host, StringComparison.OrdinalIgnoreCase)))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void NoFile_NamesAFolderOfTheMachineItWasWrittenOn() =>
        Texts
            .Where(file => MachinePath().IsMatch(file.Text))
            .Select(file => $"{file.Path}: {MachinePath().Match(file.Text)}")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("see /wor" + "k/x", true)]
    [InlineData("\"/roo" + "t/.config\"", true)]
    [InlineData("/tmp/ba" + "sh_1", true)]
    [InlineData("src/wor" + "k/x", false)]
    [InlineData("https://example.vn/wor" + "k/x", false)]
    public void MachinePath_IsAnAbsoluteOne(string text, bool expected) => MachinePath().IsMatch(text).ShouldBe(expected);

    [GeneratedRegex("(?<![A-Za-z0-9_.~$})*-])/(wor" + "k/|roo" + "t/|tmp/ba" + "sh)", RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePath();
}
