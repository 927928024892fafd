using System.Reflection;

namespace NewsApi.Architecture.Tests;

/// <summary>Dependencies point one way. A new project of src is entered here with what it may know.</summary>
public sealed class DependencyTests
{
    const string Engine = "NewsApi.Language";

    static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["NewsApi.Text"] = [],
        [Engine] = ["NewsApi.Text"],
        ["NewsApi.Html"] = ["NewsApi.Text", Engine],
        ["NewsApi.Grpc"] = [],
        ["NewsApi.Grpc.Reflection"] = ["NewsApi.Grpc"],
        ["NewsApi.Contracts"] = ["NewsApi.Grpc"],
        ["NewsApi.Processing"] = ["NewsApi.Text", Engine, "NewsApi.Html", "NewsApi.Contracts", "NewsApi.Grpc.Reflection"],
        ["NewsApi.Gateway"] = ["NewsApi.Text", "NewsApi.Contracts", "NewsApi.Grpc.Reflection"],
        ["NewsApi.Explorer"] = [],
    };

    public static TheoryData<string> Sources => [.. Project.In("src").Select(project => project.Name)];

    [Fact]
    public void TheProjects_AreFound()
    {
        string[] first = ["NewsApi.Contracts", "NewsApi.Gateway", "NewsApi.Language", "NewsApi.Processing", "NewsApi.Text"];
        first.ShouldBeSubsetOf(Project.In("src").Select(project => project.Name));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void AProject_RefersToAllowedProjectsAlone(string name)
    {
        Allowed.Keys.ShouldContain(name, "a new project: enter it with what it may know");
        Project.Named(name).Projects.ShouldBeSubsetOf(Allowed[name]);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void AnAssembly_UsesAllowedProjectsAlone(string name)
    {
        var known = Allowed[name].Concat(Allowed[name].SelectMany(other => Allowed[other]));
        ReferencesOf(name).Where(other => other.StartsWith("NewsApi.", StringComparison.Ordinal)).ShouldBeSubsetOf(known);
    }

    [Theory]
    [InlineData("NewsApi.Text")]
    [InlineData(Engine)]
    public void TheEngine_StandsOnTheBaseClassLibraryAlone(string name)
    {
        var project = Project.Named(name);
        project.Sdk.ShouldBe("Microsoft.NET.Sdk");
        project.Packages.ShouldBeEmpty();
        project.Frameworks.ShouldBeEmpty();
        ReferencesOf(name)
            .Where(other => !other.StartsWith("System.", StringComparison.Ordinal) && other is not "NewsApi.Text")
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("NewsApi.Text")]
    [InlineData(Engine)]
    public void TheEngine_KnowsNoNetwork(string name) =>
        ReferencesOf(name).Where(other => other.StartsWith("System.Net.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void OfTheServices_ProcessingAloneKnowsTheEngine() =>
        Project
            .In("src")
            .Where(project => project.Name != "NewsApi.Html" && project.AllProjects().Contains(Engine))
            .Select(project => project.Name)
            .ShouldBe(["NewsApi.Processing"]);

    [Fact]
    public void TheGateway_DoesNotKnowTheEngineInAnyWay() => Project.Named("NewsApi.Gateway").AllProjects().ShouldNotContain(Engine);

    [Fact]
    public void TheSources_KnowNeitherToolsNorTests() =>
        Project
            .In("src")
            .SelectMany(project => project.AllProjects())
            .Distinct()
            .ShouldBeSubsetOf(Project.In("src").Select(project => project.Name));

    static IEnumerable<string> ReferencesOf(string name) =>
        Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!);
}
