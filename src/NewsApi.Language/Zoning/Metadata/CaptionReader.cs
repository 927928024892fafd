using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>Captions, each with its credit. A credit on a line of its own belongs to the caption before it.</summary>
static class CaptionReader
{
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

            if (line.Facts.Credit is { Text.IsEmpty: true } alone && previous == i - 1 && previous >= 0 && captions[^1].Credit is null)
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
        if (line.Facts.Credit is not { } credit)
        {
            return new Caption(page.Value(line), null);
        }

        var text = credit.Text.IsEmpty ? new TextSpan(0, line.Text.Length) : credit.Text;
        return new Caption(page.Value(line, text), page.Value(line, CreditSpan(line, credit)));
    }

    // "Ảnh minh họa" names nobody: the words themselves are the credit.
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

        return new TextSpan(start, end);
    }
}
