namespace Grpc.Core;

public enum MethodType
{
    Unary,
    ClientStreaming,
    ServerStreaming,
    DuplexStreaming,
}

/// <summary>A remote method without its message types.</summary>
public interface IMethod
{
    MethodType Type { get; }

    /// <summary>With its package: "newsapi.processing.v1.ProcessingService".</summary>
    string ServiceName { get; }
    string Name { get; }

    /// <summary>The path of its requests: "/newsapi.processing.v1.ProcessingService/Analyze".</summary>
    string FullName { get; }
}

/// <summary>A remote method: its path and how its messages become bytes.</summary>
public class Method<TRequest, TResponse>(
    MethodType type,
    string serviceName,
    string name,
    Marshaller<TRequest> requestMarshaller,
    Marshaller<TResponse> responseMarshaller
) : IMethod
{
    public MethodType Type { get; } = type;
    public string ServiceName { get; } = serviceName;
    public string Name { get; } = name;
    public string FullName { get; } = $"/{serviceName}/{name}";
    public Marshaller<TRequest> RequestMarshaller { get; } = requestMarshaller;
    public Marshaller<TResponse> ResponseMarshaller { get; } = responseMarshaller;
}
