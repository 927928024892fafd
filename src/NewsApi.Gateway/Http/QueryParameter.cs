using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace NewsApi.Gateway.Http;

/// <summary>
/// One query parameter, made from a property: text, a whole number, a yes or no, a time, a value of an enum, or a list of texts, enum
/// values or ids (separated by commas or by repeating the parameter).
/// </summary>
public sealed class QueryParameter
{
    readonly PropertyInfo _property;
    readonly QueryParameterAttribute _attribute;

    public QueryParameter(PropertyInfo property)
    {
        _property = property;
        _attribute = property.GetCustomAttribute<QueryParameterAttribute>()!;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsList = property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        var element = IsList ? property.PropertyType.GenericTypeArguments[0] : property.PropertyType;
        ValueType = Nullable.GetUnderlyingType(element) ?? element;
    }

    public string Name { get; }

    public bool IsList { get; }

    /// <summary>Of a list: the type of its elements. Never a nullable one.</summary>
    public Type ValueType { get; }

    public string Description => _attribute.Description;

    public string? Example => _attribute.Example;

    public bool IsRequired => _attribute.Required;

    /// <summary>Null where any number is taken.</summary>
    public double? Least => double.IsNaN(_attribute.Least) ? null : _attribute.Least;

    /// <summary>Null where any number is taken.</summary>
    public double? Most => double.IsNaN(_attribute.Most) ? null : _attribute.Most;

    public bool ChoosesContent => _attribute.ChoosesContent;

    /// <summary>Null where the parameter can be left out without being taken as anything.</summary>
    public object? Default =>
        Get(Activator.CreateInstance(_property.ReflectedType!)!) is var value and not System.Collections.ICollection ? value : null;

    /// <summary>The values of an enum as they are written; empty for other types.</summary>
    public IReadOnlyList<string> Choices => ValueType.IsEnum ? [.. EnumNames.Of(ValueType)] : [];

    public object? Get(object model) => _property.GetValue(model);

    /// <summary>Sets the property, or tells what is wrong with the values.</summary>
    public string? Set(object model, StringValues values)
    {
        if (!IsList && values.Count > 1)
            return "The parameter is given more than once.";
        var texts = IsList ? values.SelectMany(value => value!.Split(',')).ToArray() : [values[0]!];
        var parsed = Array.CreateInstance(ValueType, texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            if (Parse(texts[i]) is not { } value)
                return Fault(texts[i]);
            parsed.SetValue(value, i);
        }
        _property.SetValue(model, IsList ? parsed : parsed.GetValue(0));
        return null;
    }

    object? Parse(string text)
    {
        if (ValueType.IsEnum)
            return Choices.Contains(text) ? Enum.Parse(ValueType, text, ignoreCase: true) : null;
        if (ValueType == typeof(string))
            return string.IsNullOrWhiteSpace(text) || !IsWellFormed(text) ? null : text;
        if (ValueType == typeof(int))
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (ValueType == typeof(double))
            return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction) ? fraction : null;
        if (ValueType == typeof(bool))
            return text switch
            {
                "true" => true,
                "false" => false,
                _ => null,
            };
        if (ValueType == typeof(DateTimeOffset))
            return Rfc3339.TryParseInstantOrDay(text, out var instant) ? instant : null;
        if (ValueType == typeof(Guid))
            return Guid.TryParseExact(text, "D", out var id) ? id : null;
        throw new NotSupportedException($"{Name} is a {ValueType}, which no query parameter can be.");
    }

    string Fault(string text) =>
        ValueType switch
        {
            { IsEnum: true } => NearestName.Of(text, Choices) is { } nearest
                ? $"The value must be one of {string.Join(", ", Choices)}; the nearest is \"{nearest}\"."
                : $"The value must be one of {string.Join(", ", Choices)}.",
            var type when type == typeof(string) => "The value must not be empty.",
            var type when type == typeof(int) => "The value must be a whole number.",
            var type when type == typeof(double) => "The value must be a number with a decimal point.",
            var type when type == typeof(bool) => "The value must be true or false.",
            var type when type == typeof(Guid) => "Every value must be an id of the form 01890a5d-ac96-774b-bcce-b302099a8057.",
            _ =>
                "The value must be a time of RFC 3339 with its offset (2026-02-07T14:00:00+07:00, the + written %2B) or a day (2026-02-07).",
        };

    /// <summary>Percent-encoded bytes that are no UTF-8 arrive as U+FFFD; a search for that would find nothing and not say why.</summary>
    static bool IsWellFormed(string text) => !text.Contains('\uFFFD') && !text.Contains('\0');
}
