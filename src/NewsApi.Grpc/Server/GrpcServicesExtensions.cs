using Grpc.AspNetCore.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Grpc.AspNetCore.Server
{
    /// <summary>What <c>AddGrpc</c> returns, for more to be added.</summary>
    public interface IGrpcServerBuilder
    {
        Microsoft.Extensions.DependencyInjection.IServiceCollection Services { get; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class GrpcServicesExtensions
    {
        public static IGrpcServerBuilder AddGrpc(this IServiceCollection services)
        {
            ArgumentNullException.ThrowIfNull(services);
            services.AddRouting();
            services.TryAddSingleton<ServiceEndpoints>();
            return new GrpcServerBuilder(services);
        }

        public static IGrpcServerBuilder AddGrpc(this IServiceCollection services, Action<GrpcServiceOptions> configureOptions)
        {
            ArgumentNullException.ThrowIfNull(configureOptions);
            services.Configure(configureOptions);
            return services.AddGrpc();
        }

        sealed record GrpcServerBuilder(IServiceCollection Services) : IGrpcServerBuilder;
    }
}
