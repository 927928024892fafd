using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves the methods of a service at their paths. An instance comes from the container where <typeparamref name="TService"/> is
    /// registered, else one is made for each call. Throws <see cref="InvalidOperationException"/> without AddGrpc.
    /// </summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services =
            builder.ServiceProvider.GetService<ServiceEndpoints>()
            ?? throw new InvalidOperationException("The services of gRPC are missing: call AddGrpc on the service collection.");
        return new GrpcServiceEndpointConventionBuilder(services.Map<TService>(builder));
    }
}

/// <summary>Applies conventions (authorization, host names) to every method of a service.</summary>
public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder
{
    readonly IReadOnlyList<IEndpointConventionBuilder> _endpoints;

    internal GrpcServiceEndpointConventionBuilder(IReadOnlyList<IEndpointConventionBuilder> endpoints) => _endpoints = endpoints;

    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var endpoint in _endpoints)
        {
            endpoint.Add(convention);
        }
    }
}
