using NewsApi.Language.Documents;
using NewsApi.Language.Reading;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

/// <summary>Pages whose roles are given, so that what is read from the zones is tested without the labeller.</summary>
static class ZonedPages
{
    static readonly LineObserver Observer = new();

    /// <summary>One line each, as observed; blank lines are left out as the labeller does.</summary>
    public static ZonedPage Of(params (LineRole Role, string Text)[] lines) => Of(PageKind.Article, lines);

    public static ZonedPage Of(PageKind kind, params (LineRole Role, string Text)[] lines)
    {
        var page = PageReader.Read(string.Join('\n', lines.Select(line => line.Text)));
        var zoned = page
            .Lines.Where(line => !line.IsBlank)
            .Select(line => new ZonedLine(Observer.Observe(line), lines[line.Number - 1].Role))
            .ToArray();
        return new ZonedPage(page, kind, "", zoned, new ZoneReading([], [], new int[zoned.Length]), []);
    }

    public static LineFacts Facts(string line) => Observer.Observe(PageReader.Read(line).Lines[0]);

    /// <summary>What can be seen of each line of a page; no line may be blank.</summary>
    public static LineFacts[] AllFacts(params string[] lines) =>
        [.. PageReader.Read(string.Join('\n', lines)).Lines.Select(Observer.Observe)];

    public static PageFacts Page(params string[] lines) => PageFacts.Of(PageReader.Read(string.Join('\n', lines)), Observer);
}
