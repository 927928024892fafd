using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace NewsApi.Gateway.Http;

/// <summary>What a query parameter is, for the reader of the OpenAPI document.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QueryParameterAttribute(string description) : Attribute
{
    public string Description { get; } = description;

    /// <summary>A value as one would write it; null where the type says enough.</summary>
    public string? Example { get; init; }

    /// <summary>False where the parameter says only how the answer is cut into pages, so that a page token holds across other values of it.</summary>
    public bool ChoosesContent { get; init; } = true;

    public bool Required { get; init; }

    /// <summary>The smallest value of a number that is taken; not a number where any is.</summary>
    public double Least { get; init; } = double.NaN;

    /// <summary>The largest value of a number that is taken, also where it is then taken as a smaller one.</summary>
    public double Most { get; init; } = double.NaN;
}

/// <summary>The query parameters that an endpoint takes. An endpoint without this metadata takes none.</summary>
public sealed record QueryParameters(IReadOnlyList<QueryParameter> All)
{
    public static readonly QueryParameters None = new([]);

    static readonly ConcurrentDictionary<Type, QueryParameters> ByType = new();

    /// <summary>The properties of <paramref name="model"/> that are marked with <see cref="QueryParameterAttribute"/>.</summary>
    public static QueryParameters Of(Type model) =>
        ByType.GetOrAdd(
            model,
            type =>
                new([
                    .. type.GetProperties()
                        .Where(property => property.IsDefined(typeof(QueryParameterAttribute)))
                        .Select(property => new QueryParameter(property)),
                ])
        );
}

/// <summary>
/// The query string, read into <typeparamref name="T"/>: an endpoint that takes this as a parameter takes the query parameters that
/// T's marked properties name in camelCase, and no others. All faults are reported together.
/// </summary>
public sealed record Query<T>(T Value, string Fingerprint) : IBindableFromHttpContext<Query<T>>, IEndpointParameterMetadataProvider
    where T : new()
{
    /// <exception cref="ProblemException">invalid-parameter.</exception>
    static ValueTask<Query<T>?> IBindableFromHttpContext<Query<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var model = new T();
        var errors = new List<ProblemError>();
        foreach (var known in QueryParameters.Of(typeof(T)).All)
        {
            var values = context.Request.Query[known.Name];
            var fault =
                values.Count > 0 ? known.Set(model, values!)
                : known.IsRequired ? "The parameter is required."
                : null;
            if (fault is not null)
                errors.Add(new ProblemError(fault, Parameter: known.Name));
        }
        if (errors.Count > 0)
            throw new ProblemException(
                new Problem(ProblemKind.InvalidParameter, "Parameters of the request have values that are not allowed.") { Errors = errors }
            );
        return ValueTask.FromResult<Query<T>?>(new(model, PageToken.Fingerprint(model)));
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(QueryParameters.Of(typeof(T)));
}

/// <summary>Refuses query parameters that the endpoint does not take: one that is ignored without a word answers another question.</summary>
public sealed class UnknownParameterMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>() is null || context.Request.Query.Count == 0)
            return next(context);

        var known = (endpoint.Metadata.GetMetadata<QueryParameters>() ?? QueryParameters.None)
            .All.Select(parameter => parameter.Name)
            .ToArray();
        var unknown = context.Request.Query.Keys.Except(known, StringComparer.Ordinal).ToArray();
        if (unknown.Length == 0)
            return next(context);

        var problem = new Problem(
            ProblemKind.UnknownParameter,
            "The request has query parameters that do not exist here; nothing was done."
        )
        {
            Errors = [.. unknown.Select(name => new ProblemError(Message(name, known), Parameter: name))],
        };
        return ProblemMiddleware.WriteAsync(context, problem);
    }

    static string Message(string name, string[] known) =>
        NearestName.Of(name, known) is { } nearest ? $"There is no such parameter; the nearest is \"{nearest}\"."
        : known.Length > 0 ? $"There is no such parameter; there are {string.Join(", ", known)}."
        : "This path takes no query parameters.";
}
