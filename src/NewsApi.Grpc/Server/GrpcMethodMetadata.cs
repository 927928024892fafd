using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>On an endpoint: the method that it serves.</summary>
public sealed class GrpcMethodMetadata(Type serviceType, IMethod method)
{
    public Type ServiceType { get; } = serviceType;

    public IMethod Method { get; } = method;
}
