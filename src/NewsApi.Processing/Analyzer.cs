using System.Text;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Language;
using NewsApi.Text;

namespace NewsApi.Processing;

/// <summary>One request to the pipeline and back: limits, features, mapping.</summary>
sealed class Analyzer(LanguagePipeline pipeline, ProcessingOptions options)
{
    /// <exception cref="RpcException">INVALID_ARGUMENT for a text of nothing, RESOURCE_EXHAUSTED for one over a limit.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone, or the deadline has passed.</exception>
    public AnalyzeResponse Analyze(AnalyzeRequest request, CancellationToken cancellation)
    {
        Check(request.Text);
        TestHooks.Obey(request.Text, cancellation);
        var document = pipeline.Analyze(request.Text, FeaturesOf(request), cancellation);
        return new AnalyzeResponse { PipelineVersion = pipeline.Version, Document = DocumentMapper.Map(document) };
    }

    void Check(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Refusal.Invalid("text", "empty or white space only");
        }

        if (Encoding.UTF8.GetByteCount(text) is var bytes && bytes > options.MaxTextBytes)
        {
            throw Refusal.TooMuch("text", $"{bytes} bytes of UTF-8, {options.MaxTextBytes} are allowed");
        }

        if (LineSplitter.Count(text) is var lines && lines > options.MaxLines)
        {
            throw Refusal.TooMuch("text", $"{lines} lines, {options.MaxLines} are allowed");
        }
    }

    static AnalysisFeatures FeaturesOf(AnalyzeRequest request)
    {
        var features = AnalysisFeatures.None;
        foreach (var feature in request.Features)
        {
            features |= feature switch
            {
                Feature.Sentences => AnalysisFeatures.Sentences,
                Feature.Tokens => AnalysisFeatures.Tokens,
                Feature.Explanations => AnalysisFeatures.Explanations,
                Feature.Mentions => AnalysisFeatures.Mentions,
                Feature.Facts => AnalysisFeatures.Facts,
                _ => throw Refusal.Invalid("features", $"{feature} is not known"),
            };
        }

        return features;
    }
}
