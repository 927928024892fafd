using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Settings;

/// <summary>
/// A section of the configuration and the options class it fills. Binding alone stops at the first value it cannot convert and passes
/// over keys it does not know; this tells all of them.
/// </summary>
public sealed class OptionsSection
{
    readonly Type _type;
    readonly Func<IServiceProvider, object> _resolve;

    OptionsSection(string name, Type type, Func<IServiceProvider, object> resolve) => (Name, _type, _resolve) = (name, type, resolve);

    public string Name { get; }

    public IEnumerable<string> Keys => Properties.Select(property => $"{Name}:{property.Name}");

    /// <summary>What each setting is where nothing is configured, by its key.</summary>
    public IReadOnlyDictionary<string, object?> Defaults
    {
        get
        {
            var options = Activator.CreateInstance(_type);
            return Properties.ToDictionary(property => $"{Name}:{property.Name}", property => property.GetValue(options));
        }
    }

    IEnumerable<PropertyInfo> Properties => _type.GetProperties().Where(property => property.CanWrite);

    public static OptionsSection Of<T>(string name)
        where T : class => new(name, typeof(T), services => services.GetRequiredService<IOptions<T>>().Value);

    /// <summary>What is wrong with the section, each fault with its key and what is allowed.</summary>
    public IReadOnlyList<string> Faults(IConfiguration configuration, IServiceProvider services)
    {
        var faults = configuration.GetSection(Name).GetChildren().Select(Fault).OfType<string>().ToList();
        return faults.Count > 0 ? faults : Invalid(services);
    }

    string? Fault(IConfigurationSection setting)
    {
        var property = Properties.FirstOrDefault(known => known.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase));
        if (property is null)
            return $"{setting.Path}: there is no such setting; "
                + (
                    NearestName.Of(setting.Key, Properties.Select(known => known.Name)) is { } nearest
                        ? $"the nearest is {Name}:{nearest}."
                        : $"there are {string.Join(", ", Keys)}."
                );
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return setting.Value is not { Length: > 0 } text || Converts(text, type)
            ? null
            : $"{Name}:{property.Name}: \"{text}\" is not allowed; allowed is {Form(type)}.";
    }

    /// <summary>Only sections whose values all convert can be validated.</summary>
    IReadOnlyList<string> Invalid(IServiceProvider services)
    {
        try
        {
            _resolve(services);
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }

    static bool Converts(string text, Type type)
    {
        try
        {
            var converter = TypeDescriptor.GetConverter(type);
            return !converter.CanConvertFrom(typeof(string)) || converter.ConvertFrom(null, CultureInfo.InvariantCulture, text) is not null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    static string Form(Type type) =>
        type == typeof(TimeSpan) ? "a time such as 00:00:05"
        : type == typeof(int) ? "a whole number"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : $"a {type.Name}";
}
