using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace NewsApi.Processing;

/// <summary>
/// The error for a request that cannot be answered: "field: reason" as the status's text, and for programs a google.rpc.BadRequest in the trailer
/// "grpc-status-details-bin".
/// </summary>
static class Refusal
{
    const string DetailsKey = "grpc-status-details-bin";

    /// <summary>INVALID_ARGUMENT.</summary>
    public static RpcException Invalid(string field, string reason) => Of(StatusCode.InvalidArgument, field, reason);

    /// <summary>RESOURCE_EXHAUSTED.</summary>
    public static RpcException TooMuch(string field, string reason) => Of(StatusCode.ResourceExhausted, field, reason);

    /// <summary>What an error of this kind says, for an answer that has it inside; of another error its code and text.</summary>
    public static RpcStatus StatusOf(RpcException exception) =>
        exception.Trailers.GetValueBytes(DetailsKey) is { } details
            ? RpcStatus.Parser.ParseFrom(details)
            : new RpcStatus { Code = (int)exception.StatusCode, Message = exception.Status.Detail };

    static RpcException Of(StatusCode code, string field, string reason)
    {
        var text = $"{field}: {reason}";
        var violation = new BadRequest.Types.FieldViolation { Field = field, Description = reason };
        var status = new RpcStatus
        {
            Code = (int)code,
            Message = text,
            Details = { Any.Pack(new BadRequest { FieldViolations = { violation } }) },
        };
        return new RpcException(new global::Grpc.Core.Status(code, text), new Metadata { { DetailsKey, status.ToByteArray() } });
    }
}
