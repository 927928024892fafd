namespace Grpc.Core;

/// <summary>How a call ended. The numbers are the ones on the wire (grpc-status).</summary>
public enum StatusCode
{
    OK = 0,

    /// <summary>Usually by the caller.</summary>
    Cancelled = 1,

    /// <summary>Also what a handler's unhandled exception becomes.</summary>
    Unknown = 2,
    InvalidArgument = 3,

    /// <summary>The call may have succeeded all the same.</summary>
    DeadlineExceeded = 4,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,

    /// <summary>A quota, or a message over its size limit.</summary>
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Aborted = 10,
    OutOfRange = 11,
    Unimplemented = 12,
    Internal = 13,

    /// <summary>The only code worth a retry.</summary>
    Unavailable = 14,
    DataLoss = 15,
    Unauthenticated = 16,
}

/// <summary>The result of a call: a code, a text for developers, and on the caller's side the exception behind it (never sent).</summary>
public readonly struct Status(StatusCode statusCode, string detail, Exception? debugException)
{
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null) { }

    public StatusCode StatusCode { get; } = statusCode;
    public string Detail => detail ?? "";
    public Exception? DebugException { get; } = debugException;

    public override string ToString()
    {
        var cause = DebugException is null ? "" : $", DebugException=\"{DebugException.GetType()}: {DebugException.Message}\"";
        return $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\"{cause})";
    }
}
