using System.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>Has a generated service base name its methods, and makes an endpoint of each that calls the method on a service object.</summary>
sealed class ServiceBinder<TService>(IEndpointRouteBuilder routes, GrpcServiceOptions options, ILogger logger) : ServiceBinderBase
    where TService : class
{
    readonly List<IEndpointConventionBuilder> _endpoints = [];

    public IReadOnlyList<IEndpointConventionBuilder> Endpoints => _endpoints;

    /// <summary>Throws <see cref="InvalidOperationException"/> where the type derives from no generated service base.</summary>
    public void Bind()
    {
        for (var type = typeof(TService); type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
            {
                var bind =
                    attribute.BindType.GetMethod(
                        attribute.BindMethodName,
                        BindingFlags.Public | BindingFlags.Static,
                        [typeof(ServiceBinderBase), type]
                    ) ?? throw new InvalidOperationException($"{attribute.BindType} has no method {attribute.BindMethodName}.");
                bind.Invoke(null, [this, null]);
                return;
            }
        }

        throw new InvalidOperationException($"{typeof(TService)} is no gRPC service: it derives from no generated base class.");
    }

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var target = Find(method, typeof(TRequest), typeof(ServerCallContext));
        var invoke = target.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        Map(
            method,
            target,
            async (service, call) =>
            {
                var request = await call.ReadSingleAsync(method.RequestMarshaller);
                var handle = Intercept<UnaryServerMethod<TRequest, TResponse>>(
                    call,
                    (message, context) => invoke(service, message, context),
                    (interceptor, next) => (message, context) => interceptor.UnaryServerHandler(message, context, next)
                );
                await call.WriteSingleAsync(await handle(request, call), method.ResponseMarshaller);
            }
        );
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ClientStreamingServerMethod<TRequest, TResponse>? handler
    )
    {
        var target = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var invoke = target.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        Map(
            method,
            target,
            async (service, call) =>
            {
                var requests = new RequestStreamReader<TRequest>(call, method.RequestMarshaller);
                var handle = Intercept<ClientStreamingServerMethod<TRequest, TResponse>>(
                    call,
                    (stream, context) => invoke(service, stream, context),
                    (interceptor, next) => (stream, context) => interceptor.ClientStreamingServerHandler(stream, context, next)
                );
                await call.WriteSingleAsync(await handle(requests, call), method.ResponseMarshaller);
            }
        );
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingServerMethod<TRequest, TResponse>? handler
    )
    {
        var target = Find(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var invoke = target.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Map(
            method,
            target,
            async (service, call) =>
            {
                var request = await call.ReadSingleAsync(method.RequestMarshaller);
                var handle = Intercept<ServerStreamingServerMethod<TRequest, TResponse>>(
                    call,
                    (message, responses, context) => invoke(service, message, responses, context),
                    (interceptor, next) =>
                        (message, responses, context) => interceptor.ServerStreamingServerHandler(message, responses, context, next)
                );
                await handle(request, new ResponseStreamWriter<TResponse>(call, method.ResponseMarshaller), call);
            }
        );
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        DuplexStreamingServerMethod<TRequest, TResponse>? handler
    )
    {
        var target = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var invoke = target.CreateDelegate<
            Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>
        >();
        Map(
            method,
            target,
            (service, call) =>
            {
                var handle = Intercept<DuplexStreamingServerMethod<TRequest, TResponse>>(
                    call,
                    (stream, responses, context) => invoke(service, stream, responses, context),
                    (interceptor, next) =>
                        (stream, responses, context) => interceptor.DuplexStreamingServerHandler(stream, responses, context, next)
                );
                return handle(
                    new RequestStreamReader<TRequest>(call, method.RequestMarshaller),
                    new ResponseStreamWriter<TResponse>(call, method.ResponseMarshaller),
                    call
                );
            }
        );
    }

    /// <summary>The handler behind the host's interceptors, the first of which is outermost.</summary>
    TMethod Intercept<TMethod>(HttpServerCallContext call, TMethod handler, Func<Interceptor, TMethod, TMethod> wrap)
    {
        for (var i = options.Interceptors.Count - 1; i >= 0; i--)
        {
            handler = wrap(options.Interceptors[i].Create(call.HttpContext), handler);
        }

        return handler;
    }

    static MethodInfo Find(IMethod method, params Type[] parameters) =>
        typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, parameters)
        ?? throw new InvalidOperationException(
            $"{typeof(TService)} has no method {method.Name} of the shape that {method.FullName} needs."
        );

    void Map(IMethod method, MethodInfo target, Func<TService, HttpServerCallContext, Task> invoke)
    {
        var handler = new CallHandler<TService>(method, options, logger, invoke);
        var endpoint = routes
            .Map(RoutePatternFactory.Parse(method.FullName), handler.HandleAsync)
            .WithDisplayName($"gRPC - {method.FullName}")
            .WithMetadata(typeof(TService).GetCustomAttributes(inherit: true))
            .WithMetadata(target.GetCustomAttributes(inherit: true))
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Post]), new ServiceEndpoints.Hidden());
        _endpoints.Add(endpoint);
    }
}
