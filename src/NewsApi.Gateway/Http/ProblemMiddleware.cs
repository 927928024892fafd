using System.Diagnostics;
using System.Globalization;

namespace NewsApi.Gateway.Http;

/// <summary>Answers every error as application/problem+json: exceptions, and statuses that the framework set without a body.</summary>
public sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogAborted(logger, context.Request.Method, context.Request.Path);
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, exception);
            return;
        }

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            await WriteAsync(context, ProblemMapping.Of(response.StatusCode, null));
    }

    async Task AnswerAsync(HttpContext context, Exception exception)
    {
        var problem = ProblemMapping.Of(exception);
        if (problem.Kind == ProblemKind.InternalError)
            LogFailed(logger, exception, context.Request.Method, context.Request.Path, TraceId(context));
        else if (problem.Kind.Status >= 500)
            LogAway(logger, problem.Kind.Name, context.Request.Method, context.Request.Path, TraceId(context), exception.GetType().Name);
        context.Response.Clear();
        await WriteAsync(context, problem);
    }

    /// <summary>Writes the problem as the answer; headers that are already set (Allow) stay.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Kind.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } wait)
            response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var document = new ProblemDocument(
            problem.Kind.Type,
            problem.Kind.Title,
            problem.Kind.Status,
            problem.Detail,
            context.Request.PathBase + context.Request.Path,
            TraceId(context),
            problem.Errors.Count > 0 ? problem.Errors : null
        );
        return response.WriteAsJsonAsync(document, Json.Options, ProblemDocument.MediaType, context.RequestAborted);
    }

    static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Method} {Path} failed, trace {TraceId}")]
    static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path, string traceId);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Warning,
        Message = "{Problem}: {Method} {Path} was not answered, trace {TraceId} ({Exception})"
    )]
    static partial void LogAway(ILogger logger, string problem, string method, PathString path, string traceId, string exception);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "{Method} {Path} was given up by the client")]
    static partial void LogAborted(ILogger logger, string method, PathString path);
}
