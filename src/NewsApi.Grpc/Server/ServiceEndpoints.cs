using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsApi.Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>Maps services to endpoints, and once for the host what answers calls to services and methods that are not there.</summary>
sealed class ServiceEndpoints(IOptions<GrpcServiceOptions> options, ILoggerFactory loggers)
{
    readonly ILogger _logger = loggers.CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler");
    bool _answersUnimplemented;

    public IReadOnlyList<IEndpointConventionBuilder> Map<TService>(IEndpointRouteBuilder routes)
        where TService : class
    {
        if (!_answersUnimplemented)
        {
            _answersUnimplemented = true;
            MapUnimplemented(routes);
        }

        var binder = new ServiceBinder<TService>(routes, options.Value, _logger);
        binder.Bind();
        return binder.Endpoints;
    }

    /// <summary>Last in order, and for gRPC requests alone, so that it stands in the way of no other route.</summary>
    static void MapUnimplemented(IEndpointRouteBuilder routes)
    {
        var pattern = RoutePatternFactory.Parse(
            "{service}/{method}",
            defaults: null,
            parameterPolicies: new { method = new GrpcRequests() }
        );
        routes
            .Map(pattern, AnswerUnimplemented)
            .WithDisplayName("gRPC - Unimplemented")
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Post]), new Hidden())
            .Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = int.MaxValue);
    }

    static Task AnswerUnimplemented(HttpContext http)
    {
        http.Response.ContentType = Headers.ContentType;
        ResponseStatus.Write(http.Response, new Status(StatusCode.Unimplemented, "The server has no such service or method."), []);
        return Task.CompletedTask;
    }

    /// <summary>Out of OpenAPI documents: these are no REST operations.</summary>
    internal sealed class Hidden : IExcludeFromDescriptionMetadata
    {
        public bool ExcludeFromDescription => true;
    }

    sealed class GrpcRequests : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext,
            IRouter? route,
            string routeKey,
            RouteValueDictionary values,
            RouteDirection routeDirection
        ) => httpContext is not null && Headers.IsGrpc(httpContext.Request.ContentType);
    }
}
