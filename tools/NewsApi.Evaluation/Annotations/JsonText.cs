using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsApi.Evaluation.Annotations;

/// <summary>
/// JSON as the gold files are written: letters as letters, one space of indentation, <c>\n</c>; only quotes, backslashes and control
/// characters are escaped, and numbers that are not whole keep a decimal point. The library's own encoders escape more than that.
/// </summary>
public static class JsonText
{
    /// <summary>On one line, with a space after commas and colons. Sorted keys are in the order of code points, at every depth.</summary>
    public static string Line(JsonElement json, bool sortKeys = false)
    {
        var text = new StringBuilder();
        Write(text, json, sortKeys, indent: null);
        return text.ToString();
    }

    /// <summary>Over many lines, without a line end after the last.</summary>
    public static string Indented(JsonNode json)
    {
        var text = new StringBuilder();
        Write(text, JsonSerializer.SerializeToElement(json), sortKeys: false, indent: 0);
        return text.ToString();
    }

    /// <summary>A number that keeps its decimal point where <see cref="JsonValue"/> would write 1.0 as 1.</summary>
    public static JsonNode? Float(double? number) => number is { } given ? JsonNode.Parse(PythonText.Float(given)) : null;

    static void Write(StringBuilder text, JsonElement json, bool sortKeys, int? indent)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, json, sortKeys, indent);
                break;
            case JsonValueKind.Array:
                WriteBlock(text, '[', ']', indent, json.EnumerateArray(), (item, deeper) => Write(text, item, sortKeys, deeper));
                break;
            case JsonValueKind.String:
                WriteString(text, json.GetString()!);
                break;
            default:
                text.Append(Literal(json));
                break;
        }
    }

    static void WriteObject(StringBuilder text, JsonElement json, bool sortKeys, int? indent)
    {
        IEnumerable<JsonProperty> members = json.EnumerateObject();
        var ordered = sortKeys ? members.OrderBy(member => member.Name, CodePointOrder.Instance) : members;
        WriteBlock(
            text,
            '{',
            '}',
            indent,
            ordered,
            (member, deeper) =>
            {
                WriteString(text, member.Name);
                text.Append(": ");
                Write(text, member.Value, sortKeys, deeper);
            }
        );
    }

    static void WriteBlock<T>(StringBuilder text, char open, char close, int? indent, IEnumerable<T> items, Action<T, int?> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ",").Append(indent is null && !first ? " " : "");
            NewLine(text, indent + 1);
            write(item, indent + 1);
            first = false;
        }
        if (!first)
        {
            NewLine(text, indent);
        }
        text.Append(close);
    }

    static void NewLine(StringBuilder text, int? indent)
    {
        if (indent is { } depth)
        {
            text.Append('\n').Append(' ', depth);
        }
    }

    static string Literal(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => PythonText.Number(json.GetRawText()),
            _ => "null",
        };

    static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                '\t' => text.Append(@"\t"),
                '\b' => text.Append(@"\b"),
                '\f' => text.Append(@"\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
