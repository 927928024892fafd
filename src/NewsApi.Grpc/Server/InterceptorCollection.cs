using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>Which interceptors a host has, by type, in their order.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The name of the real type.")]
public class InterceptorCollection : Collection<InterceptorRegistration>
{
    /// <param name="args">For its constructor; what is missing there comes from the services.</param>
    public void Add<TInterceptor>(params object[] args)
        where TInterceptor : Interceptor => Add(typeof(TInterceptor), args);

    public void Add(Type interceptorType, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(interceptorType);
        ArgumentNullException.ThrowIfNull(args);
        if (!interceptorType.IsSubclassOf(typeof(Interceptor)))
        {
            throw new ArgumentException($"{interceptorType} is no {nameof(Interceptor)}.", nameof(interceptorType));
        }

        Add(new InterceptorRegistration(interceptorType, args));
    }
}

/// <summary>An interceptor of a host: taken from the services where it stands there and has no arguments, else made for each call.</summary>
public class InterceptorRegistration
{
    readonly object[] _arguments;
    readonly ObjectFactory _factory;

    internal InterceptorRegistration(Type type, object[] arguments)
    {
        Type = type;
        _arguments = arguments;
        _factory = ActivatorUtilities.CreateFactory(type, [.. arguments.Select(argument => argument.GetType())]);
    }

    public Type Type { get; }
    public IReadOnlyList<object> Arguments => _arguments;

    internal Interceptor Create(HttpContext http)
    {
        if (_arguments.Length == 0 && http.RequestServices.GetService(Type) is Interceptor shared)
        {
            return shared;
        }

        var interceptor = (Interceptor)_factory(http.RequestServices, _arguments);
        if (interceptor is IAsyncDisposable asyncDisposable)
        {
            http.Response.RegisterForDisposeAsync(asyncDisposable);
        }
        else if (interceptor is IDisposable disposable)
        {
            http.Response.RegisterForDispose(disposable);
        }

        return interceptor;
    }
}
