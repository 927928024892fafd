namespace NewsApi.Gateway.Persistence;

/// <summary>Bytes as submitted, kept once however many revisions have them. For a JSON submission: its text in UTF-8.</summary>
public sealed class ContentRow
{
    /// <summary>SHA-256 of the bytes as submitted.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Bytes before compression.</summary>
    public required int Length { get; init; }

    /// <summary>Compressed; <see cref="Brotli.Decompress"/> gives the submitted bytes.</summary>
    public required byte[] Compressed { get; init; }
}
