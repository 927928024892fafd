namespace NewsApi.Gateway.Persistence;

/// <summary>What one pipeline version read in one revision.</summary>
public sealed class AnalysisRow
{
    public required Guid ArticleId { get; init; }

    public required int Revision { get; init; }

    public required string PipelineVersion { get; init; }

    /// <summary>A newsapi.processing.v1.Document, compressed; <see cref="Brotli.Decompress"/> gives its bytes.</summary>
    public required byte[] Document { get; set; }

    public required DateTimeOffset StoredAt { get; set; }
}
