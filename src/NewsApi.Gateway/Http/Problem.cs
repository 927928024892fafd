using System.Text.Json.Serialization;

namespace NewsApi.Gateway.Http;

/// <summary>One fault in a request.</summary>
/// <param name="Detail">What is wrong, and what would be right.</param>
/// <param name="Pointer">A JSON Pointer into the body, as a URI fragment ("#/publishedAt").</param>
/// <param name="Parameter">The name of a query parameter, a part of the path or a header.</param>
/// <param name="Position">The character of the parameter's value that it is about, from 0, in UTF-16 code units.</param>
public sealed record ProblemError(string Detail, string? Pointer = null, string? Parameter = null, int? Position = null);

/// <summary>An error on its way to the client.</summary>
/// <param name="Detail">What is wrong with this request. Holds nothing of an article's text and nothing of the inside of the service.</param>
public sealed record Problem(ProblemKind Kind, string Detail)
{
    public IReadOnlyList<ProblemError> Errors { get; init; } = [];

    /// <summary>When it is worth while to try again; null where trying again changes nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Ends a request with an error that the client caused or can wait for. Faults of our own are other exceptions.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;

    public ProblemException(ProblemKind kind, string detail)
        : this(new Problem(kind, detail)) { }
}

/// <summary>An error as RFC 9457 writes it (application/problem+json).</summary>
/// <param name="Type">What kind of error it is: one of the URNs in docs/errors.md.</param>
/// <param name="Title">The kind in words, the same for every error of its type.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request.</param>
/// <param name="Instance">The path of the request.</param>
/// <param name="TraceId">Stands in the log beside whatever was logged of this request.</param>
/// <param name="Errors">Each fault of the request; absent where the error is not about parts of it.</param>
public sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemError>? Errors
)
{
    public const string MediaType = "application/problem+json";
}
