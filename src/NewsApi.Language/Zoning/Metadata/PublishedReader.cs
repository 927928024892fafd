using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning.Metadata;

/// <summary>The publication time: the first published line that tells a date, else a byline that carries one.</summary>
static class PublishedReader
{
    public static (DateTimeOffset? Moment, TextValue? Text) Read(ZonedPage page)
    {
        var lines = page.Of(LineRole.Published).ToArray();
        foreach (var line in lines)
        {
            if (line.Facts.Date.Moment is { } moment)
            {
                return (moment, page.Value(line));
            }
        }

        // "Minh Anh - 08:15 12/05/2023": author and time on one line.
        foreach (var line in page.Of(LineRole.Byline).Concat(page.Of(LineRole.Breadcrumb)))
        {
            if (line.Facts.Date is { Date: not null, Time: not null, Moment: { } moment })
            {
                return (moment, page.Value(line));
            }
        }

        return (null, lines.Length > 0 ? page.Value(lines[0]) : null);
    }
}
