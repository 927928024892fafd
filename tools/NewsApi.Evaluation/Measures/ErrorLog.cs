namespace NewsApi.Evaluation.Measures;

/// <summary>Every miss and false alarm, as lines of columns parted by tabs: document, kind of error, place, what gold has, what was predicted.</summary>
public sealed class ErrorLog
{
    readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public DocumentErrors For(string document) => new(document, lines);
}

/// <summary>The part of an <see cref="ErrorLog"/> that speaks of one document.</summary>
public sealed class DocumentErrors(string document, List<string> lines)
{
    public void Add(params ReadOnlySpan<string?> columns) => lines.Add($"{document}\t{string.Join('\t', columns!)}");
}
