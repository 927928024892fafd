namespace NewsApi.Gateway.Http;

/// <summary>
/// One kind of error, the same in docs/errors.md, in the OpenAPI document and on the wire. Kinds are never renamed: clients switch on
/// <see cref="Type"/>.
/// </summary>
public sealed record ProblemKind(string Name, int Status, string Title)
{
    /// <summary>The "type" member of RFC 9457.</summary>
    public string Type => "urn:newsapi:problem:" + Name;

    public static readonly ProblemKind BadRequest = new("bad-request", 400, "The request is not well-formed HTTP");
    public static readonly ProblemKind UnknownParameter = new(
        "unknown-parameter",
        400,
        "The request has a query parameter that does not exist"
    );
    public static readonly ProblemKind InvalidParameter = new("invalid-parameter", 400, "A parameter has a value that is not allowed");
    public static readonly ProblemKind InvalidPageToken = new("invalid-page-token", 400, "The page token does not belong to this query");
    public static readonly ProblemKind MalformedBody = new("malformed-body", 400, "The body is not strict JSON");
    public static readonly ProblemKind UnknownField = new("unknown-field", 400, "The body has a field that does not exist");
    public static readonly ProblemKind InvalidField = new("invalid-field", 400, "A field of the body has a value that is not allowed");
    public static readonly ProblemKind UnreadableText = new("unreadable-text", 400, "The body is not text in its declared encoding");
    public static readonly ProblemKind RouteNotFound = new("route-not-found", 404, "There is nothing under this path");
    public static readonly ProblemKind ArticleNotFound = new("article-not-found", 404, "There is no such article");
    public static readonly ProblemKind EntityNotFound = new("entity-not-found", 404, "There is no such entity");
    public static readonly ProblemKind FactNotFound = new("fact-not-found", 404, "There is no such fact");
    public static readonly ProblemKind RevisionNotFound = new("revision-not-found", 404, "The article has no such revision");
    public static readonly ProblemKind OperationNotFound = new("operation-not-found", 404, "There is no such operation");
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "The path does not take this method");
    public static readonly ProblemKind NotAcceptable = new("not-acceptable", 406, "None of the accepted media types can be given");
    public static readonly ProblemKind RequestTimeout = new("request-timeout", 408, "The request came too slowly");
    public static readonly ProblemKind NotAnalyzed = new("not-analyzed", 409, "The article has not been analysed");
    public static readonly ProblemKind PreconditionFailed = new(
        "precondition-failed",
        412,
        "The article is not the one the condition names"
    );
    public static readonly ProblemKind BodyTooLarge = new("body-too-large", 413, "The request body is too large");
    public static readonly ProblemKind TextTooLarge = new("text-too-large", 413, "The text of the page is too large");
    public static readonly ProblemKind TooManyLines = new("too-many-lines", 413, "The text of the page has too many lines");
    public static readonly ProblemKind UriTooLong = new("uri-too-long", 414, "The request line is too long");
    public static readonly ProblemKind UnsupportedMediaType = new(
        "unsupported-media-type",
        415,
        "The body has a media type that is not taken"
    );
    public static readonly ProblemKind EmptyText = new("empty-text", 422, "The page has no text");
    public static readonly ProblemKind PreconditionRequired = new("precondition-required", 428, "The request needs an If-Match header");
    public static readonly ProblemKind HeadersTooLarge = new("headers-too-large", 431, "The request headers are too large");
    public static readonly ProblemKind InternalError = new(
        "internal-error",
        500,
        "The request failed for a reason that is not the client's"
    );
    public static readonly ProblemKind EngineUnavailable = new("engine-unavailable", 503, "The processing service is away");
    public static readonly ProblemKind StoreUnavailable = new("store-unavailable", 503, "The store is busy or away");
    public static readonly ProblemKind EngineTooSlow = new("engine-too-slow", 504, "The processing service did not answer in time");

    /// <summary>Every kind, by status and then by name.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        .. typeof(ProblemKind)
            .GetFields()
            .Where(field => field.FieldType == typeof(ProblemKind))
            .Select(field => (ProblemKind)field.GetValue(null)!)
            .OrderBy(kind => kind.Status)
            .ThenBy(kind => kind.Name, StringComparer.Ordinal),
    ];
}
