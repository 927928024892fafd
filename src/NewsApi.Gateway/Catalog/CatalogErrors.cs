using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using NewsApi.Gateway.Http;
using RpcStatus = Google.Rpc.Status;

namespace NewsApi.Gateway.Catalog;

/// <summary>Makes of every error of a call what the REST API would answer, as a status with google.rpc details.</summary>
public sealed partial class CatalogErrors(ILogger<CatalogErrors> logger) : Interceptor
{
    const string Domain = "newsapi";
    const string DetailsKey = "grpc-status-details-bin";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation
    )
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception exception) when (exception is not RpcException and not OperationCanceledException)
        {
            var problem = ProblemMapping.Of(exception);
            if (problem.Kind == ProblemKind.InternalError)
                LogFailed(logger, exception, context.Method);
            throw Of(problem);
        }
    }

    /// <summary>The problem as gRPC tells it.</summary>
    public static RpcException Of(Problem problem)
    {
        var status = new RpcStatus
        {
            Code = (int)CodeOf(problem.Kind),
            Message = problem.Detail,
            Details = { Any.Pack(new ErrorInfo { Reason = problem.Kind.Name, Domain = Domain }) },
        };
        if (problem.Errors.Count > 0)
            status.Details.Add(
                Any.Pack(
                    new BadRequest
                    {
                        FieldViolations =
                        {
                            problem.Errors.Select(error => new BadRequest.Types.FieldViolation
                            {
                                Field = error.Parameter ?? error.Pointer ?? "",
                                Description = error.Detail,
                            }),
                        },
                    }
                )
            );
        if (problem.RetryAfter is { } wait)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        return new RpcException(
            new global::Grpc.Core.Status(CodeOf(problem.Kind), problem.Detail),
            new Metadata { { DetailsKey, status.ToByteArray() } }
        );
    }

    static StatusCode CodeOf(ProblemKind kind) =>
        kind.Status switch
        {
            400 or 422 => StatusCode.InvalidArgument,
            404 => StatusCode.NotFound,
            408 or 504 => StatusCode.DeadlineExceeded,
            409 or 412 or 428 => StatusCode.FailedPrecondition,
            413 => StatusCode.ResourceExhausted,
            503 => StatusCode.Unavailable,
            _ => StatusCode.Internal,
        };

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Method} failed")]
    static partial void LogFailed(ILogger logger, Exception exception, string method);
}
