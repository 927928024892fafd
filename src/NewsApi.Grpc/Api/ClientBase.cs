namespace Grpc.Core;

/// <summary>Starts calls: what generated clients stand on, and where a test puts its own answers.</summary>
public abstract class CallInvoker
{
    /// <summary>Blocks the calling thread until the response is there.</summary>
    public abstract TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    )
        where TRequest : class
        where TResponse : class;

    public abstract AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    )
        where TRequest : class
        where TResponse : class;

    public abstract AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    )
        where TRequest : class
        where TResponse : class;

    public abstract AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    )
        where TRequest : class
        where TResponse : class;

    public abstract AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    )
        where TRequest : class
        where TResponse : class;
}

/// <summary>A way to a service, shared by any number of clients and calls.</summary>
public abstract class ChannelBase
{
    protected ChannelBase(string target) => Target = target;

    public string Target { get; }
    public abstract CallInvoker CreateCallInvoker();
}

public abstract class ClientBase
{
    readonly CallInvoker? _invoker;

    /// <summary>For test doubles, whose methods are overridden.</summary>
    protected ClientBase() { }

    protected ClientBase(ClientBaseConfiguration configuration) => _invoker = configuration.Invoker;

    protected ClientBase(ChannelBase channel) => _invoker = channel.CreateCallInvoker();

    protected ClientBase(CallInvoker callInvoker) => _invoker = callInvoker;

    protected CallInvoker CallInvoker => _invoker ?? throw new NotSupportedException("A client without a channel makes no calls.");

    protected internal class ClientBaseConfiguration
    {
        internal ClientBaseConfiguration(CallInvoker invoker) => Invoker = invoker;

        internal CallInvoker Invoker { get; }
    }
}

/// <summary>Base of the generated clients.</summary>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    protected ClientBase() { }

    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration) { }

    protected ClientBase(ChannelBase channel)
        : base(channel) { }

    protected ClientBase(CallInvoker callInvoker)
        : base(callInvoker) { }

    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
