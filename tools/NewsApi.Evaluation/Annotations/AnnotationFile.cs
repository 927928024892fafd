using System.Text;
using System.Text.Json;

namespace NewsApi.Evaluation.Annotations;

/// <summary>Reads gold and predictions. Every fault is an <see cref="InputException"/> with the file's name and the place in it.</summary>
public static class AnnotationFile
{
    public const string GoldSuffix = ".gold.json";
    public const string PredictionSuffix = ".pred.json";

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static AnnotatedDocument ReadGold(string path)
    {
        var gold = Read(path);
        AnnotationRules.CheckGold(path, gold);
        return gold;
    }

    public static AnnotatedDocument ReadPrediction(string path) => Read(path);

    /// <param name="file">The name that error messages give.</param>
    public static AnnotatedDocument Parse(string json, string file) => Parse(Encoding.UTF8.GetBytes(json), file);

    /// <summary>The file's text with every character kept, a byte order mark too; bytes that are not UTF-8 are an error.</summary>
    public static string ReadText(string path)
    {
        try
        {
            return StrictUtf8.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException($"{path}: not UTF-8 at byte {e.Index}", e);
        }
    }

    static AnnotatedDocument Read(string path)
    {
        var text = ReadText(path);
        return Parse(Encoding.UTF8.GetBytes(text), path);
    }

    static AnnotatedDocument Parse(byte[] json, string file)
    {
        try
        {
            RefuseUnpairedSurrogates(json, file);
            var document =
                JsonSerializer.Deserialize<AnnotatedDocument>(json, Options)
                ?? throw new InputException($"{file}: the file holds null, not annotations");
            AnnotationRules.CheckShapes(file, document);
            return document;
        }
        catch (JsonException e)
        {
            throw new InputException($"{file}{Place(e.LineNumber, e.BytePositionInLine)}: broken JSON: {e.Message}", e);
        }
    }

    /// <summary>An escape such as "\ud800" alone is JSON but no text: nothing could be compared with it.</summary>
    static void RefuseUnpairedSurrogates(ReadOnlySpan<byte> json, string file)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
            {
                continue;
            }
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException e)
            {
                var line = json[..(int)reader.TokenStartIndex].Count((byte)'\n');
                throw new InputException($"{file}({line + 1}): a text with half of a surrogate pair", e);
            }
        }
    }

    static string Place(long? line, long? position) => line is { } given ? $"({given + 1},{position + 1})" : "";
}
