using System.Globalization;
using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>Signs that a person should look at the page.</summary>
static class ReviewReasons
{
    const double LowScore = 0.2;

    public static IReadOnlyList<ReviewReason> Of(ZonedPage page, Documents.Metadata metadata)
    {
        var reasons = new List<ReviewReason>();
        if (page.Kind != PageKind.Article)
        {
            return reasons;
        }

        var unsure = page.Lines.Where((line, i) => LineScores.Of(page.Reading.Margins[i]) < LowScore).Select(line => line.Number).ToArray();
        if (unsure.Length * 10 > page.Lines.Count)
        {
            reasons.Add(new ReviewReason("low_score", $"The roles of lines {List(unsure)} are uncertain."));
        }

        if (metadata.Title is null)
        {
            reasons.Add(new ReviewReason("no_title", "No line was taken for the headline."));
        }

        if (!page.Of(LineRole.Paragraph).Any())
        {
            reasons.Add(new ReviewReason("no_body", "No line was taken for running text."));
        }

        AddDateConflict(page, metadata, reasons);
        return reasons;
    }

    // An "updated" time after the first is usual; a published line with an earlier day is not.
    static void AddDateConflict(ZonedPage page, Documents.Metadata metadata, List<ReviewReason> reasons)
    {
        foreach (var line in page.Of(LineRole.Published))
        {
            if (line.Facts.Date.Moment is { } moment && metadata.Published is { } published && moment.Date < published.Date)
            {
                reasons.Add(new ReviewReason("conflicting_dates", $"Line {line.Number} tells an earlier day than the publication time."));
                return;
            }
        }
    }

    static string List(int[] lines) =>
        string.Join(", ", lines.Take(8).Select(line => line.ToString(CultureInfo.InvariantCulture))) + (lines.Length > 8 ? ", …" : "");
}
