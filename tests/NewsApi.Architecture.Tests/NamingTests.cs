using System.Text.RegularExpressions;

namespace NewsApi.Architecture.Tests;

/// <summary>Names that say nothing are no names of files and folders.</summary>
public sealed partial class NamingTests
{
    static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "Base",
        "Common",
        "Core",
        "Extensions",
        "Helper",
        "Helpers",
        "Impl",
        "Manager",
        "Managers",
        "Misc",
        "Shared",
        "Util",
        "Utilities",
        "Utils",
    };

    /// <summary>The stand-ins for the gRPC packages have the names of their types.</summary>
    static readonly string[] GivenNames = ["src/NewsApi.Grpc/", "src/NewsApi.Grpc.Reflection/"];

    [Fact]
    public void FilesAndFolders_HaveNamesThatSaySomething() =>
        Repository
            .Files.Where(path => !GivenNames.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            .SelectMany(path => path.Split('/').Select(part => (path, part)))
            .Where(item => EndsInNothing(item.part))
            .Select(item => item.path)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Common", true)]
    [InlineData("NewsApi.Shared", true)]
    [InlineData("StringUtils.cs", true)]
    [InlineData("string-utils.js", true)]
    [InlineData("ServiceCollectionExtensions.cs", true)]
    [InlineData("Database.cs", false)]
    [InlineData("CommonProtosReader.cs", false)]
    [InlineData("NewsApi.Text", false)]
    public void EndsInNothing_LooksAtTheLastWordOfEachPart(string name, bool expected) => EndsInNothing(name).ShouldBe(expected);

    static bool EndsInNothing(string name) =>
        name.Split('.').Any(part => LastWord().Match(part) is { Success: true } word && Empty.Contains(word.Value));

    [GeneratedRegex("([A-Z][a-z]*|[a-z]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LastWord();
}
