using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>All lines, blank ones too, with a score for each role.</summary>
static class LineScores
{
    // The margin at which a role is as likely right as this scale can say "even": score 0.5.
    const double EvenMargin = 400;

    /// <summary>Margin over margin and scale: plain arithmetic on integers, so that every processor gives the same bytes.</summary>
    public static double Of(int margin) => Math.Round(margin / (margin + EvenMargin), 3);

    public static IReadOnlyList<LabelledLine> Of(ZonedPage page)
    {
        var labelled = new LabelledLine[page.Page.Lines.Count];
        foreach (var line in page.Page.Lines)
        {
            labelled[line.Number - 1] = new LabelledLine(line.Number, page.Page.ToOriginal(line.Span), LineRole.Blank, 1);
        }

        for (var i = 0; i < page.Lines.Count; i++)
        {
            var at = page.Lines[i].Number - 1;
            labelled[at] = labelled[at] with { Role = page.Lines[i].Role, Score = Of(page.Reading.Margins[i]) };
        }

        return labelled;
    }
}
