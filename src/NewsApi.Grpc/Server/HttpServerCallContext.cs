using System.Net.Sockets;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using NewsApi.Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>One call over an ASP.NET Core request. The request is held until the handler has returned, also when the deadline ended the call.</summary>
sealed class HttpServerCallContext(HttpContext http, IMethod method, GrpcServiceOptions options) : ServerCallContext, IAsyncDisposable
{
    readonly CallResponse _response = new(http.Response, options);
    FrameReader? _reader;
    Metadata? _requestHeaders;
    Metadata? _responseTrailers;
    CancellationTokenSource? _cancellation;
    ITimer? _timer;
    Task _expiry = Task.CompletedTask;
    DateTime _deadline = DateTime.MaxValue;

    public HttpContext HttpContext => http;
    protected override string MethodCore => method.FullName;
    protected override string HostCore => http.Request.Host.Value ?? "";

    protected override string PeerCore =>
        http.Connection.RemoteIpAddress switch
        {
            null => "unknown",
            { AddressFamily: AddressFamily.InterNetworkV6 } address => $"ipv6:[{address}]:{http.Connection.RemotePort}",
            var address => $"ipv4:{address}:{http.Connection.RemotePort}",
        };

    protected override DateTime DeadlineCore => _deadline;
    protected override Metadata RequestHeadersCore => _requestHeaders ??= ReadRequestHeaders();
    protected override CancellationToken CancellationTokenCore => _cancellation?.Token ?? http.RequestAborted;
    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];
    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;
    protected override WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>Reads what the headers say. Throws <see cref="RpcException"/> where that is malformed.</summary>
    public void Start()
    {
        var headers = http.Request.Headers;
        var encoding = headers[Headers.Encoding].ToString() is { Length: > 0 } named ? named : null;
        if (encoding is not (null or Encodings.Identity or Encodings.Gzip))
        {
            http.Response.Headers[Headers.AcceptEncoding] = Encodings.Accepted;
        }

        _reader = new FrameReader(http.Request.BodyReader, options.MaxReceiveMessageSize, encoding, unsupported: StatusCode.Unimplemented);
        _response.Negotiate(headers[Headers.AcceptEncoding]);
        if (headers[Headers.Timeout].ToString() is { Length: > 0 } timeout)
        {
            StartDeadline(GrpcTimeout.Parse(timeout) ?? throw WireError.Internal($"The header {Headers.Timeout} is malformed."));
        }
    }

    /// <summary>Null at the end of the requests. Throws <see cref="OperationCanceledException"/> where the call is cancelled.</summary>
    public async Task<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        using var linked = Link(cancellationToken);
        try
        {
            return await _reader!.ReadAsync(marshaller, linked?.Token ?? CancellationToken);
        }
        catch (IOException e) when (http.RequestAborted.IsCancellationRequested)
        {
            throw new OperationCanceledException("The client has ended the call.", e, http.RequestAborted);
        }
    }

    /// <summary>The only request of a call, up to the end of its stream.</summary>
    public async Task<T> ReadSingleAsync<T>(Marshaller<T> marshaller)
        where T : class
    {
        var request = await ReadAsync(marshaller, default) ?? throw WireError.Internal("The call ended without a message.");
        return await ReadAsync(marshaller, default) is null
            ? request
            : throw WireError.Internal("More than one message was sent to a method that takes one.");
    }

    /// <summary>Stays in the buffer, to leave together with the status. Where the handler has set another status than OK, nothing is sent.</summary>
    public async Task WriteSingleAsync<T>(T? message, Marshaller<T> marshaller)
        where T : class
    {
        if (Status.StatusCode != StatusCode.OK)
        {
            return;
        }

        if (message is null)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "The method returned no message."));
        }

        await _response.WriteAsync(message, marshaller, WriteFlags.BufferHint | (WriteOptions?.Flags ?? default), CancellationToken);
    }

    /// <summary>Throws <see cref="OperationCanceledException"/> where the call is cancelled: nobody reads any more.</summary>
    public async Task WriteAsync<T>(T message, Marshaller<T> marshaller, WriteOptions? writeOptions, CancellationToken cancellationToken)
    {
        CancellationToken.ThrowIfCancellationRequested();
        using var linked = Link(cancellationToken);
        await _response.WriteAsync(message, marshaller, writeOptions?.Flags ?? default, linked?.Token ?? CancellationToken);
    }

    public Task EndAsync(Status status, Metadata thrownTrailers) =>
        _response.EndAsync(status, _responseTrailers is null ? thrownTrailers : [.. _responseTrailers, .. thrownTrailers]);

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        await _expiry;
        _cancellation?.Dispose();
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        return _response.WriteHeadersAsync(responseHeaders, CancellationToken);
    }

    void StartDeadline(TimeSpan left)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        _deadline = left < DateTime.MaxValue - now ? now + left : DateTime.MaxValue;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        if (left <= GrpcTimeout.LongestTimer)
        {
            _timer = TimeProvider.System.CreateTimer(
                static call => ((HttpServerCallContext)call!).Expire(),
                this,
                left,
                Timeout.InfiniteTimeSpan
            );
        }
    }

    /// <summary>The handler is told after the response has its end, or it could answer first with a status of its own.</summary>
    void Expire()
    {
        _expiry = _response.ExpireAsync();
        _cancellation!.Cancel();
    }

    /// <summary>Null where the call's own token says it all.</summary>
    CancellationTokenSource? Link(CancellationToken other) =>
        other.CanBeCanceled && other != CancellationToken
            ? CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, other)
            : null;

    Metadata ReadRequestHeaders()
    {
        var metadata = new Metadata();
        foreach (var (name, values) in http.Request.Headers)
        {
            foreach (var value in values)
            {
                Headers.AddField(metadata, name, value ?? "");
            }
        }

        return metadata;
    }
}
