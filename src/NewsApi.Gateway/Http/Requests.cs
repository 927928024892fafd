using FluentValidation;
using MediatR;

namespace NewsApi.Gateway.Http;

/// <summary>Runs every validator of a request before its handler.</summary>
public sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
{
    /// <exception cref="ValidationException">With the faults that all validators found.</exception>
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = new List<FluentValidation.Results.ValidationFailure>();
        foreach (var validator in validators)
            failures.AddRange((await validator.ValidateAsync(request, cancellationToken)).Errors);
        return failures.Count == 0 ? await next() : throw new ValidationException(failures);
    }
}

/// <summary>Registers what carries commands and queries to their handlers.</summary>
public static class Requests
{
    static readonly Type[] Scanned = [typeof(IRequestHandler<,>), typeof(IValidator<>)];

    /// <summary>Adds MediatR with every handler and validator of this assembly; neither library's own registration package is needed for it.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        foreach (
            var type in typeof(Requests).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false })
        )
        foreach (
            var contract in type.GetInterfaces()
                .Where(contract => contract.IsGenericType && Scanned.Contains(contract.GetGenericTypeDefinition()))
        )
            services.AddScoped(contract, type);
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator>(provider => new Mediator(provider.GetRequiredService<ServiceFactory>()));
        return services;
    }
}
