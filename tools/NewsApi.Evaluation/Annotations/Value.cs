using System.Text.Json;
using System.Text.Json.Serialization;
using NewsApi.Evaluation.Measures;

namespace NewsApi.Evaluation.Annotations;

/// <summary>
/// A JSON value as annotations hold it, immutable: text, number, truth value, list, object, or none (null and left out are one).
/// The measures compare its <see cref="Normal"/> form, its <see cref="Tokens"/> or its <see cref="Digits"/>.
/// </summary>
[JsonConverter(typeof(ValueConverter))]
public sealed class Value
{
    readonly Lazy<string> normal;
    readonly Lazy<IReadOnlyDictionary<string, int>> tokens;
    readonly Lazy<IReadOnlyList<string>> digits;
    readonly Lazy<IReadOnlyList<Value>> items;
    readonly Lazy<IReadOnlyDictionary<string, Value>> members;

    public Value(JsonElement json)
    {
        Json = json;
        normal = new(() =>
            IsNone ? "" : TextNormalizer.Normalize(IsComposite ? JsonText.Line(json, sortKeys: true) : PythonText.Str(json))
        );
        tokens = new(() => TextNormalizer.CountTokens(Normal));
        digits = new(() => TextNormalizer.Digits(Normal));
        items = new(() => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(item => new Value(item))] : []);
        members = new(ReadMembers);
    }

    public static Value None { get; } = new(default(JsonElement));

    public JsonElement Json { get; }

    public bool IsNone => Json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public bool IsList => Json.ValueKind == JsonValueKind.Array;

    public bool IsObject => Json.ValueKind == JsonValueKind.Object;

    public bool IsEmptyText => Json.ValueKind == JsonValueKind.String && Json.ValueEquals("");

    bool IsComposite => IsList || IsObject;

    /// <summary>NFC, white space collapsed, case folded; "" for none. Lists and objects are their JSON with sorted keys.</summary>
    public string Normal => normal.Value;

    /// <summary>The words of the normal form and how often each stands there.</summary>
    public IReadOnlyDictionary<string, int> Tokens => tokens.Value;

    /// <summary>The numbers of the normal form, marks between digits left out: "1.800 và 2,5" gives 1800 and 25.</summary>
    public IReadOnlyList<string> Digits => digits.Value;

    /// <summary>The items of a list; empty for anything else.</summary>
    public IReadOnlyList<Value> Items => items.Value;

    /// <summary>The names in an object, in the order written; empty for anything else.</summary>
    public IEnumerable<string> Keys => members.Value.Keys;

    /// <summary>A member of an object; none where it has no such member, and for anything else.</summary>
    public Value this[string key] => members.Value.GetValueOrDefault(key, None);

    /// <summary>True also where the member is null.</summary>
    public bool Has(string key) => members.Value.ContainsKey(key);

    /// <summary>A list's normal forms without order or repetition; one for a single value; empty for none.</summary>
    public IReadOnlySet<string> AsSet()
    {
        var values =
            IsNone ? []
            : IsList ? Items
            : [this];
        return values.Select(value => value.Normal).ToHashSet(StringComparer.Ordinal);
    }

    Dictionary<string, Value> ReadMembers()
    {
        var read = new Dictionary<string, Value>(StringComparer.Ordinal);
        if (IsObject)
        {
            foreach (var member in Json.EnumerateObject())
            {
                read[member.Name] = new Value(member.Value);
            }
        }
        return read;
    }
}

sealed class ValueConverter : JsonConverter<Value>
{
    public override bool HandleNull => true;

    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<JsonElement>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options)
    {
        if (value.IsNone)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.Json.WriteTo(writer);
        }
    }
}
