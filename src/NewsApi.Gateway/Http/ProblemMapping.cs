using System.Globalization;
using FluentValidation;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsApi.Gateway.Http;

/// <summary>The one place that decides which error an exception or a bare status is. docs/errors.md is the same in words.</summary>
public static class ProblemMapping
{
    public static readonly TimeSpan EngineRetryAfter = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan StoreRetryAfter = TimeSpan.FromSeconds(1);

    public static Problem Of(Exception exception) =>
        exception switch
        {
            ProblemException e => e.Problem,
            ValidationException e when e.Errors.All(error => error.PropertyName.StartsWith('#')) => InvalidFields(e),
            ValidationException e => InvalidParameters(e),
            BadHttpRequestException e => Of(e.StatusCode, e.Message),
            RpcException { StatusCode: StatusCode.Unavailable } => new(
                ProblemKind.EngineUnavailable,
                "The processing service cannot be reached just now. Nothing was kept."
            )
            {
                RetryAfter = EngineRetryAfter,
            },
            RpcException { StatusCode: StatusCode.DeadlineExceeded } => new(
                ProblemKind.EngineTooSlow,
                "The processing service did not answer in the time it is given. Nothing was kept."
            ),
            RpcException { StatusCode: StatusCode.ResourceExhausted } => new(
                ProblemKind.TextTooLarge,
                "The page is over a limit of the processing service, which is lower than the gateway's own; see GET /v1/pipeline."
            ),
            DbUpdateException { InnerException: SqliteException inner } => Of(inner),
            SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteFull or SqliteCannotOpen } => new(
                ProblemKind.StoreUnavailable,
                "The store cannot take the request just now."
            )
            {
                RetryAfter = StoreRetryAfter,
            },
            _ => Of(StatusCodes.Status500InternalServerError, null),
        };

    /// <summary>For answers that the framework ended with a status and no body.</summary>
    public static Problem Of(int status, string? detail) =>
        status switch
        {
            StatusCodes.Status404NotFound => new(ProblemKind.RouteNotFound, "No resource of this service has this path; see /docs."),
            StatusCodes.Status405MethodNotAllowed => new(
                ProblemKind.MethodNotAllowed,
                "The Allow header names the methods that the path takes."
            ),
            StatusCodes.Status406NotAcceptable => new(ProblemKind.NotAcceptable, "No media type of the Accept header can be given."),
            StatusCodes.Status408RequestTimeout => new(ProblemKind.RequestTimeout, "The request did not arrive completely in time."),
            StatusCodes.Status413PayloadTooLarge => new(ProblemKind.BodyTooLarge, detail ?? "The request body is too large."),
            StatusCodes.Status414UriTooLong => new(ProblemKind.UriTooLong, "The request line is too long."),
            StatusCodes.Status415UnsupportedMediaType => new(
                ProblemKind.UnsupportedMediaType,
                detail ?? "The media type of the body is not taken here."
            ),
            StatusCodes.Status431RequestHeaderFieldsTooLarge => new(ProblemKind.HeadersTooLarge, "The request headers are too large."),
            >= 400 and < 500 => new(ProblemKind.BadRequest, detail ?? "The request cannot be read."),
            _ => new(ProblemKind.InternalError, "The service failed. The trace id leads to the reason in its log."),
        };

    // A validator of a body names its fields as JSON Pointers.
    static Problem InvalidFields(ValidationException exception) =>
        new(ProblemKind.InvalidField, "Fields of the body have values that are not allowed.")
        {
            Errors = [.. exception.Errors.Select(error => new ProblemError(error.ErrorMessage, Pointer: error.PropertyName))],
        };

    static Problem InvalidParameters(ValidationException exception) =>
        new(ProblemKind.InvalidParameter, "Parameters of the request have values that are not allowed.")
        {
            Errors = [.. exception.Errors.Select(error => new ProblemError(error.ErrorMessage, Parameter: CamelCase(error.PropertyName)))],
        };

    static string CamelCase(string name) => name.Length == 0 ? name : char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];

    // https://www.sqlite.org/rescode.html
    const int SqliteBusy = 5;
    const int SqliteLocked = 6;
    const int SqliteFull = 13;
    const int SqliteCannotOpen = 14;
}
