using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsApi.Evaluation.Tests.Reference;

/// <summary>Values that differ from a value in ways that matter to comparison, and some that no annotator would write.</summary>
sealed class ValueDisturber(int seed)
{
    /// <summary>As JSON: numbers at the edges of their notation, texts that fold, compose, quote or hide something.</summary>
    static readonly string[] NastyValues =
    [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "12",
        "1.0",
        "1.50",
        "1e5",
        "1e16",
        "1e22",
        "0.0001",
        "0.00001234",
        "123456789012345678901234567890",
        "\"\"",
        "\"  \\u00a0 \"",
        "\"Strasse STRASSE straße ẞ\"",
        "\"İstanbul ıi ς Σ ﬁ ŉ\"",
        "\"a\\u0301 e\\u0302\\u0323 Hoà Hòa Uỷ Ủy\"",
        "\"Vương\\u200bĐình\\u00adHuệ\"",
        "\"it's\"",
        "\"it's \\\"so\\\"\"",
        "\"tab\\tline\\u001fend\\u0000\"",
        "\"🙂 𝒜 ٣٤ ½ ² Ⅻ\"",
        "\"1.800 và 2,5 tỷ 1.,2 .5 5.\"",
        "[]",
        "{}",
        "[\"Đảng\", \"Nhà nước\", 3, null, [true]]",
        "{\"b\": 1, \"a\": [1.5, \"é\"], \"𐀀\": 1, \"\\uffee\": 2}",
    ];

    readonly Random random = new(seed * 7919);

    public JsonNode? Nasty() => JsonNode.Parse(NastyValues[random.Next(NastyValues.Length)]);

    public JsonNode? Alter(JsonNode? value) =>
        value switch
        {
            JsonArray list when random.Next(4) > 0 => AlterList((JsonArray)list.DeepClone()),
            JsonValue text when text.GetValueKind() == JsonValueKind.String && random.Next(5) > 0 => AlterText(text.GetValue<string>()),
            _ => Nasty(),
        };

    JsonArray AlterList(JsonArray list)
    {
        switch (random.Next(4))
        {
            case 0 when list.Count > 0:
                list.RemoveAt(random.Next(list.Count));
                break;
            case 1 when list.Count > 0:
                list.Add(list[0]?.DeepClone());
                break;
            case 2:
                list.Add(Nasty());
                break;
            default:
                return [.. list.Reverse().Select(item => item?.DeepClone())];
        }
        return list;
    }

    JsonValue AlterText(string text)
    {
        var words = text.Split(' ');
        var at = random.Next(words.Length);
        return JsonValue.Create(
            random.Next(8) switch
            {
                0 => text.ToUpperInvariant(),
                1 => text.Normalize(NormalizationForm.FormD),
                2 => $"\u00a0{text.Replace(" ", " \n\t", StringComparison.Ordinal)}\u3000",
                3 => string.Join(' ', words.Where((_, i) => i != at)),
                4 => string.Join(' ', words.Append(words[at])),
                5 => string.Join(' ', words.Reverse()),
                6 => text + ".",
                _ => text[..(text.Length / 2)].TrimEnd('\ud83d', '\ud835'),
            }
        );
    }
}
