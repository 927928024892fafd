using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>
/// Captions, each with its credit. A credit on a line of its own belongs to the caption before it; "Ảnh minh họa" names nobody and stays
/// part of the text.
/// </summary>
static class CaptionReader
{
    const string Label = "Ảnh ";

    public static IReadOnlyList<Caption> Read(ZonedPage page)
    {
        var captions = new List<Caption>();
        var previous = -1;
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page.Lines[i];
            if (line.Role != LineRole.Caption)
            {
                continue;
            }

            if (
                line.Facts.Credit is { Text.IsEmpty: true } alone
                && !NamesNobody(line, alone)
                && previous == i - 1
                && previous >= 0
                && captions[^1].Credit is null
            )
            {
                captions[^1] = captions[^1] with { Credit = page.Value(line, CreditSpan(line, alone)) };
            }
            else
            {
                captions.Add(ReadOne(page, line));
            }

            previous = i;
        }

        return captions;
    }

    static Caption ReadOne(ZonedPage page, ZonedLine line)
    {
        if (line.Facts.Credit is not { } credit || NamesNobody(line, credit))
        {
            return new Caption(page.Value(line), null);
        }

        var text = credit.Text.IsEmpty ? new TextSpan(0, line.Text.Length) : credit.Text;
        return new Caption(page.Value(line, text), page.Value(line, CreditSpan(line, credit)));
    }

    static bool NamesNobody(ZonedLine line, Credit credit)
    {
        var words = credit.Name.IsEmpty ? Folding.Fold(CreditSpan(line, credit).Slice(line.Text)) : "";
        return words.EndsWith("minh họa", StringComparison.Ordinal) || words.Contains("illustrat", StringComparison.Ordinal);
    }

    // "Ảnh tư liệu", "NVCC": the words themselves are the credit; "Ảnh CACC" is one by "CACC".
    static TextSpan CreditSpan(ZonedLine line, Credit credit)
    {
        if (!credit.Name.IsEmpty)
        {
            return credit.Name;
        }

        var (start, end) = (credit.Text.End, line.Text.Length);
        while (start < end && !char.IsLetterOrDigit(line.Text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(line.Text[end - 1]))
        {
            end--;
        }

        var isLabelled = end - start > Label.Length + 1 && line.Text.AsSpan(start).StartsWith(Label, StringComparison.OrdinalIgnoreCase);
        var isAcronym = isLabelled && char.IsUpper(line.Text[start + Label.Length]) && char.IsUpper(line.Text[start + Label.Length + 1]);
        return new TextSpan(isAcronym ? start + Label.Length : start, end);
    }
}
