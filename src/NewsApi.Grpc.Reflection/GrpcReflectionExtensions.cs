using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection
{
    public static class GrpcReflectionServiceExtensions
    {
        /// <summary>Registers what answers for the services that the host maps.</summary>
        public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
        {
            ArgumentNullException.ThrowIfNull(services);
            services.TryAddSingleton(provider => new ReflectionV1ServiceImpl(
                MappedServices.Of(provider.GetServices<EndpointDataSource>())
            ));
            services.TryAddSingleton<ReflectionServiceImpl>();
            return services;
        }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public static class GrpcReflectionEndpointRouteBuilderExtensions
    {
        /// <summary>Serves grpc.reflection.v1 and v1alpha.</summary>
        public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder)
        {
            ArgumentNullException.ThrowIfNull(builder);
            builder.MapGrpcService<ReflectionV1ServiceImpl>();
            return builder.MapGrpcService<ReflectionServiceImpl>();
        }
    }
}

namespace Grpc.Reflection
{
    /// <summary>Finds the services of a host by the paths of their methods.</summary>
    static class MappedServices
    {
        public static List<ServiceDescriptor> Of(IEnumerable<EndpointDataSource> sources)
        {
            var mapped = sources
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(endpoint => endpoint.RoutePattern.RawText?.Trim('/').Split('/') is [var service, _] ? service : null)
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal);
            return [.. Generated().Where(service => mapped.Contains(service.FullName)).DistinctBy(service => service.FullName)];
        }

        // Generated code has a static class for each service, which holds its descriptor.
        static IEnumerable<ServiceDescriptor> Generated() =>
            AppDomain
                .CurrentDomain.GetAssemblies()
                .Where(assembly => !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(name => name.Name == "Google.Protobuf"))
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => type is { IsAbstract: true, IsSealed: true })
                .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static))
                .Where(property => property?.PropertyType == typeof(ServiceDescriptor))
                .Select(property => (ServiceDescriptor)property!.GetValue(null)!);
    }
}
