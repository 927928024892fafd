using NewsApi.Language.Documents;
using NewsApi.Language.Reading;
using NewsApi.Text;

namespace NewsApi.Language.Zoning;

/// <summary>A line that is not blank, with its role.</summary>
public readonly record struct ZonedLine(LineFacts Facts, LineRole Role)
{
    public int Number => Facts.Line.Number;

    public string Text => Facts.Text;
}

/// <summary>A page whose lines have roles.</summary>
/// <param name="Lines">Without the blank ones.</param>
public sealed record ZonedPage(
    Page Page,
    PageKind Kind,
    string KindReason,
    IReadOnlyList<ZonedLine> Lines,
    ZoneReading Reading,
    int[][] Features
)
{
    public IEnumerable<ZonedLine> Of(LineRole role) => Lines.Where(line => line.Role == role);

    /// <summary>The whole line, without white space at its ends.</summary>
    public TextValue Value(ZonedLine line) => Value(line, new TextSpan(0, line.Text.Length));

    /// <summary>A part of a line, <paramref name="part"/> within its text.</summary>
    public TextValue Value(ZonedLine line, TextSpan part)
    {
        var start = line.Facts.Line.Content.Start;
        return new TextValue(part.Slice(line.Text), Page.ToOriginal(new TextSpan(start + part.Start, start + part.End)), line.Number);
    }
}
