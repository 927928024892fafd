using NewsApi.Language.Documents;

namespace NewsApi.Training.Zones;

/// <summary>
/// Makes other layouts of written pages: blank lines lost or added, headings, summaries, bylines or dates missing, heads, tails and teasers
/// taken from another page. What a site prints around an article hardly depends on the article.
/// </summary>
sealed class PageVariants(IReadOnlyList<TrainingPage> pages, int seed)
{
    readonly Random random = new(seed);

    /// <summary><paramref name="count"/> variants of each page beside the page itself.</summary>
    public IEnumerable<TrainingPage> Make(int count)
    {
        foreach (var page in pages)
        {
            yield return page;
            for (var i = 0; i < count; i++)
            {
                yield return new TrainingPage($"{page.Name}~{i}", Vary(page));
            }
        }
    }

    List<TrainingLine> Vary(TrainingPage page)
    {
        List<TrainingLine> lines = [.. page.Lines];
        if (lines.Any(line => line.Role == LineRole.Paragraph))
        {
            Sometimes(0.35, () => ReplaceHead(lines));
            Sometimes(0.45, () => ReplaceTail(lines));
            Sometimes(0.25, () => InsertTeasers(lines));
        }

        Sometimes(0.2, () => Drop(lines, LineRole.RelatedHeading, LineRole.RelatedHeading));
        Sometimes(0.15, () => Drop(lines, LineRole.RelatedSummary, LineRole.RelatedSummary));
        Sometimes(0.15, () => Drop(lines, LineRole.RelatedMeta, LineRole.RelatedMeta));
        Sometimes(0.15, () => Drop(lines, LineRole.Byline, LineRole.Source));
        Sometimes(0.15, () => Drop(lines, LineRole.Published, LineRole.Published));
        Sometimes(0.1, () => Drop(lines, LineRole.Heading, LineRole.PullQuote));
        Sometimes(0.1, () => Drop(lines, LineRole.Breadcrumb, LineRole.Breadcrumb));
        Sometimes(0.1, () => Drop(lines, LineRole.Lead, LineRole.Lead));
        Sometimes(0.15, () => Shorten(lines));
        return Blanks(lines);
    }

    void Sometimes(double probability, Action change)
    {
        if (random.NextDouble() < probability)
        {
            change();
        }
    }

    static int FirstContent(IReadOnlyList<TrainingLine> lines)
    {
        var at = 0;
        while (at < lines.Count && !lines[at].Role.IsContent())
        {
            at++;
        }

        return at;
    }

    static int AfterContent(IReadOnlyList<TrainingLine> lines)
    {
        var at = lines.Count;
        while (at > 0 && !lines[at - 1].Role.IsContent() && lines[at - 1].Role is not (LineRole.Byline or LineRole.Source or LineRole.InlineRelated))
        {
            at--;
        }

        return at;
    }

    TrainingPage Other() => pages[random.Next(pages.Count)];

    void ReplaceHead(List<TrainingLine> lines)
    {
        var other = Other().Lines;
        var end = FirstContent(other);
        if (end == other.Count || other[end].Role != LineRole.Title)
        {
            return;
        }

        lines.RemoveRange(0, FirstContent(lines));
        lines.InsertRange(0, other.Take(end));
    }

    void ReplaceTail(List<TrainingLine> lines)
    {
        var other = Other().Lines;
        var start = AfterContent(other);
        if (start == 0 || start == other.Count)
        {
            return;
        }

        var end = AfterContent(lines);
        lines.RemoveRange(end, lines.Count - end);
        lines.AddRange(other.Skip(start));
    }

    void InsertTeasers(List<TrainingLine> lines)
    {
        var other = Other().Lines;
        var start = other.ToList().FindIndex(line => line.Role == LineRole.InlineRelated);
        var places = Enumerable.Range(1, lines.Count - 1).Where(i => lines[i - 1].Role == LineRole.Paragraph && lines[i].Role is LineRole.Paragraph or LineRole.Blank).ToArray();
        if (start < 0 || places.Length == 0)
        {
            return;
        }

        var island = other.Skip(start).TakeWhile(line => line.Role is LineRole.InlineRelated or LineRole.Blank).ToList();
        lines.InsertRange(places[random.Next(places.Length)], island);
    }

    static void Drop(List<TrainingLine> lines, LineRole one, LineRole other) => lines.RemoveAll(line => line.Role == one || line.Role == other);

    // A shorter article: every other paragraph goes.
    static void Shorten(List<TrainingLine> lines)
    {
        var seen = 0;
        lines.RemoveAll(line => line.Role == LineRole.Paragraph && ++seen % 2 == 0 && seen > 2);
    }

    List<TrainingLine> Blanks(List<TrainingLine> lines)
    {
        var blank = new TrainingLine("", LineRole.Blank);
        return random.NextDouble() switch
        {
            < 0.3 => [.. lines.Where(line => line.Role != LineRole.Blank)],
            < 0.5 => [.. lines.Where(line => line.Role != LineRole.Blank).SelectMany(line => new[] { line, blank })],
            < 0.6 => [.. lines.Where(line => line.Role != LineRole.Blank || random.Next(2) == 0)],
            _ => lines,
        };
    }
}
