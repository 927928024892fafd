using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace NewsApi.Gateway.Http;

/// <summary>
/// Reads a JSON body into a type and refuses what a lenient reader would drop or alter without a word: fields that the type does not
/// have, names that come twice, other spellings of a name, invalid UTF-8, unpaired surrogates, comments, trailing commas.
/// </summary>
public static class StrictJson
{
    static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        PropertyNameCaseInsensitive = false,
        MaxDepth = 16,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <exception cref="ProblemException">malformed-body, unknown-field or invalid-field, with a pointer to each fault.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body)
        where T : class
    {
        if (!Utf8.IsValid(body))
            throw new ProblemException(ProblemKind.MalformedBody, "The body is not valid UTF-8.");
        try
        {
            Inspect(body, Options.GetTypeInfo(typeof(T)));
            return JsonSerializer.Deserialize<T>(body, Options)
                ?? throw new ProblemException(ProblemKind.MalformedBody, "The body has to be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw Fault(exception);
        }
    }

    static void Inspect(ReadOnlySpan<byte> body, JsonTypeInfo type)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        var inspection = new Inspection();
        reader.Read();
        inspection.Value(ref reader, type, "#");
        // A second value after the first is an error that only reading on brings up.
        reader.Read();
        inspection.ThrowOnFaults();
    }

    /// <summary>The reader knows the type's field that has the fault; a fault without a field is one of the syntax.</summary>
    static ProblemException Fault(JsonException exception)
    {
        var place = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} of that line";
        return exception.Path is { Length: > 1 } path
            ? new(
                new Problem(ProblemKind.InvalidField, "A field has a value of another type than it takes.")
                {
                    Errors =
                    [
                        new ProblemError("The value is not of the type that the field takes.", Pointer: "#" + path[1..].Replace('.', '/')),
                    ],
                }
            )
            : new(ProblemKind.MalformedBody, $"The body is not JSON at {place}.");
    }

    sealed class Inspection
    {
        readonly List<ProblemError> _unknown = [];
        readonly List<ProblemError> _malformed = [];
        readonly List<ProblemError> _missing = [];

        public void Value(ref Utf8JsonReader reader, JsonTypeInfo? type, string pointer)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    Fields(ref reader, type, pointer);
                    break;
                case JsonTokenType.StartArray:
                    var element = type?.ElementType is { } elementType ? Options.GetTypeInfo(elementType) : null;
                    for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                        Value(ref reader, element, $"{pointer}/{index}");
                    break;
                case JsonTokenType.String:
                    ReadString(ref reader, pointer);
                    break;
            }
        }

        public void ThrowOnFaults()
        {
            if (_malformed.Count > 0)
                throw new ProblemException(new Problem(ProblemKind.MalformedBody, "The body is not strict JSON.") { Errors = _malformed });
            if (_unknown.Count > 0)
                throw new ProblemException(
                    new Problem(ProblemKind.UnknownField, "The body has fields that do not exist.") { Errors = _unknown }
                );
            if (_missing.Count > 0)
                throw new ProblemException(
                    new Problem(ProblemKind.InvalidField, "Fields of the body have values that are not allowed.") { Errors = _missing }
                );
        }

        void Fields(ref Utf8JsonReader reader, JsonTypeInfo? type, string pointer)
        {
            var known = type is { Kind: JsonTypeInfoKind.Object } ? type.Properties : null;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = ReadString(ref reader, pointer);
                var place = $"{pointer}/{name.Replace("~", "~0").Replace("/", "~1")}";
                if (!seen.Add(name))
                    _malformed.Add(new ProblemError("The field comes twice.", Pointer: place));
                var field = known?.FirstOrDefault(property => property.Name == name);
                if (known is not null && field is null)
                    _unknown.Add(new ProblemError(Unknown(name, known.Select(property => property.Name)), Pointer: place));
                reader.Read();
                Value(ref reader, field is null ? null : Options.GetTypeInfo(field.PropertyType), place);
            }
            foreach (var field in known?.Where(field => field.IsRequired && !seen.Contains(field.Name)) ?? [])
                _missing.Add(new ProblemError("The field is required.", Pointer: $"{pointer}/{field.Name}"));
        }

        static string Unknown(string name, IEnumerable<string> known) =>
            NearestName.Of(name, known) is { } nearest
                ? $"There is no such field; the nearest is \"{nearest}\"."
                : $"There is no such field; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.";

        string ReadString(ref Utf8JsonReader reader, string pointer)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // The UTF-8 was checked, so what cannot become a string is an escaped half of a surrogate pair ("\ud83d" alone).
                _malformed.Add(new ProblemError("The string has an unpaired surrogate.", Pointer: pointer));
                return "";
            }
        }
    }
}
