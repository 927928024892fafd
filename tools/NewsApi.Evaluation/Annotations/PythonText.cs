using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsApi.Evaluation.Annotations;

/// <summary>
/// Values written as Python writes them. The measures are defined over these forms (a truth value's normal form is "true", a number's is
/// its shortest decimal form with the exponent from 1e16 and below 1e-4), and the error lists print them.
/// </summary>
public static class PythonText
{
    /// <summary>What <c>str</c> gives: a text as it is, anything else as <see cref="Repr(JsonElement)"/>.</summary>
    public static string Str(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : Repr(json);

    public static string Str(Value value) => Str(value.Json);

    /// <summary>A line number, "None" for none.</summary>
    public static string Str(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "None";

    public static string Repr(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.Number => Number(json.GetRawText()),
            JsonValueKind.String => Repr(json.GetString()!),
            JsonValueKind.Array => "[" + string.Join(", ", json.EnumerateArray().Select(Repr)) + "]",
            JsonValueKind.Object => "{" + string.Join(", ", json.EnumerateObject().Select(m => $"{Repr(m.Name)}: {Repr(m.Value)}")) + "}",
            _ => "None",
        };

    /// <summary>A text in quotes, what cannot be printed escaped.</summary>
    public static string Repr(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var quoted = new StringBuilder().Append(quote);
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(Escape(rune, quote));
        }
        return quoted.Append(quote).ToString();
    }

    /// <summary>A JSON number: whole ones as written, of any size; the others as <see cref="Float"/>.</summary>
    public static string Number(string raw)
    {
        var whole = raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        return whole ? (raw == "-0" ? "0" : raw) : Float(double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    /// <summary>The shortest decimal form that reads back as the same number, with at least one decimal: 1.0, 0.0001, 1e-05, 1e+16.</summary>
    public static string Float(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "nan"
                : number > 0 ? "inf"
                : "-inf";
        }
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var (digits, exponent) = Decompose(shortest);
        var sign = shortest[0] == '-' ? "-" : "";
        return sign + (exponent is < -4 or >= 16 ? Exponential(digits, exponent) : Positional(digits, exponent));
    }

    /// <summary>The significant digits without zeros at either end, and the power of ten of the first.</summary>
    static (string Digits, int Exponent) Decompose(string shortest)
    {
        var parts = shortest.TrimStart('-').Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? parts[0].Length : point;
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        if (digits.Length == 0)
        {
            return ("0", 0);
        }
        var power = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return (digits.TrimEnd('0'), power + whole - 1 - (all.Length - digits.Length));
    }

    static string Exponential(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        var magnitude = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{magnitude}";
    }

    static string Positional(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }
        var padded = digits.PadRight(exponent + 2, '0');
        return $"{padded[..(exponent + 1)]}.{padded[(exponent + 1)..]}";
    }

    static string Escape(Rune rune, char quote) =>
        rune.Value switch
        {
            '\\' => @"\\",
            '\n' => @"\n",
            '\r' => @"\r",
            '\t' => @"\t",
            var c when c == quote => $"\\{quote}",
            _ when IsPrintable(rune) => rune.ToString(),
            < 0x100 => $"\\x{rune.Value:x2}",
            < 0x10000 => $"\\u{rune.Value:x4}",
            _ => $"\\U{rune.Value:x8}",
        };

    static bool IsPrintable(Rune rune) =>
        rune.Value == ' '
        || Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
            );
}
