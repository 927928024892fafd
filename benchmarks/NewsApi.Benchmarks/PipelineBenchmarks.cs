using System.Text;
using BenchmarkDotNet.Attributes;
using NewsApi.Language;

namespace NewsApi.Benchmarks;

/// <summary>
/// What each layer of an answer costs beside lines and metadata alone, on the first hundred pages of tests/quality, one call a page.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 5)]
public class PipelineBenchmarks
{
    const int Count = 100;

    readonly LanguagePipeline pipeline = LanguagePipeline.Load();
    string[] pages = [];

    [GlobalSetup]
    public void Setup() => pages = [.. QualityPages.Paths().Take(Count).Select(path => File.ReadAllText(path, Encoding.UTF8))];

    [Benchmark(Baseline = true)]
    public int LinesAndMetadata() => Read(AnalysisFeatures.None);

    [Benchmark]
    public int Tokens() => Read(AnalysisFeatures.Tokens);

    [Benchmark]
    public int Mentions() => Read(AnalysisFeatures.Mentions);

    [Benchmark]
    public int Everything() => Read(AnalysisFeatures.All);

    int Read(AnalysisFeatures features)
    {
        var lines = 0;
        foreach (var page in pages)
        {
            lines += pipeline.Analyze(page, features).Lines.Count;
        }

        return lines;
    }
}
