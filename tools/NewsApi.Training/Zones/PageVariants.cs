using NewsApi.Language.Documents;

namespace NewsApi.Training.Zones;

/// <summary>
/// Makes other layouts of written pages: blank lines lost or added, headings, summaries, bylines, dates or credits missing, heads, tails,
/// captions, lists and teasers taken from another page, single lines from a bank. What a site prints around an article hardly depends on
/// the article.
/// </summary>
sealed class PageVariants(IReadOnlyList<TrainingPage> pages, LineBank bank, int seed)
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
            Sometimes(0.2, () => InsertInText(lines, LineRole.CaptionMarker, LineRole.Caption));
            Sometimes(0.15, () => InsertInText(lines, LineRole.Heading, LineRole.Heading));
            Sometimes(0.2, () => InsertInText(lines, LineRole.PullQuote, LineRole.PullQuote));
            Sometimes(0.15, () => InsertHeadingAbovePhoto(lines));
            Sometimes(0.15, () => InsertInText(lines, LineRole.Widget, LineRole.Widget));
            Sometimes(0.15, () => InsertList(lines));
            Sometimes(0.2, () => MoveByline(lines));
            Sometimes(0.06, () => SplitSentences(lines));
            Sometimes(0.2, () => InsertInText(lines, FromBank(LineRole.Caption, 4)));
            Sometimes(0.12, () => InsertInText(lines, FromBank(LineRole.InlineRelated, 3)));
            Sometimes(0.1, () => InsertInText(lines, FromBank(LineRole.Heading, 1)));
            Sometimes(0.1, () => InsertInText(lines, FromBank(LineRole.PullQuote, 2)));
            Sometimes(0.15, () => InsertInText(lines, FromBank(LineRole.Paragraph, 2)));
            Sometimes(0.1, () => InsertComments(lines));
            Sometimes(0.1, () => ReplaceFirstParagraph(lines));
        }

        Sometimes(0.5, () => Reword(lines, 0.15 + random.NextDouble() * 0.7));

        Sometimes(0.25, () => StripCredits(lines));

        Sometimes(0.2, () => Drop(lines, LineRole.RelatedHeading, LineRole.RelatedHeading));
        Sometimes(0.15, () => Drop(lines, LineRole.RelatedSummary, LineRole.RelatedSummary));
        Sometimes(0.15, () => Drop(lines, LineRole.RelatedMeta, LineRole.RelatedMeta));
        Sometimes(0.15, () => Drop(lines, LineRole.Byline, LineRole.Source));
        Sometimes(0.15, () => Drop(lines, LineRole.Published, LineRole.Published));
        Sometimes(0.1, () => Drop(lines, LineRole.Heading, LineRole.PullQuote));
        Sometimes(0.1, () => Drop(lines, LineRole.Breadcrumb, LineRole.Breadcrumb));
        Sometimes(0.1, () => Drop(lines, LineRole.Lead, LineRole.Lead));
        Sometimes(0.15, () => Shorten(lines));
        return random.NextDouble() < 0.05 ? Wrapped(Blanks(lines), random.Next(50, 95)) : Blanks(lines);
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
        while (
            at > 0
            && !lines[at - 1].Role.IsContent()
            && lines[at - 1].Role is not (LineRole.Byline or LineRole.Source or LineRole.InlineRelated)
        )
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

    void InsertTeasers(List<TrainingLine> lines) => InsertInText(lines, LineRole.InlineRelated, LineRole.InlineRelated);

    /// <summary>A run of lines of these roles, from another page, between two paragraphs.</summary>
    void InsertInText(List<TrainingLine> lines, LineRole one, LineRole other)
    {
        var from = Other().Lines;
        var start = Pick(from.Count, i => from[i].Role == one || from[i].Role == other);
        if (start >= 0)
        {
            InsertInText(
                lines,
                [.. from.Skip(start).TakeWhile(line => line.Role == one || line.Role == other || line.Role == LineRole.Blank)]
            );
        }
    }

    /// <summary>A section may open with its photo.</summary>
    void InsertHeadingAbovePhoto(List<TrainingLine> lines)
    {
        var from = Other().Lines;
        var heading = Pick(from.Count, i => from[i].Role == LineRole.Heading);
        var photo = Pick(
            lines.Count,
            i => i > 0 && lines[i].Role is LineRole.Caption or LineRole.CaptionMarker && lines[i - 1].Role is LineRole.Paragraph
        );
        if (heading >= 0 && photo >= 0)
        {
            lines.Insert(photo, from[heading]);
        }
    }

    /// <summary>A list of other articles that interrupts the text: its heading and a few items.</summary>
    void InsertList(List<TrainingLine> lines)
    {
        var from = Other().Lines;
        var start = Pick(from.Count, i => from[i].Role == LineRole.RelatedHeading);
        if (start >= 0)
        {
            var list = from.Skip(start + 1)
                .TakeWhile(line => line.Role is LineRole.RelatedItem or LineRole.RelatedMeta or LineRole.RelatedSummary or LineRole.Blank);
            InsertInText(lines, [from[start], .. list.Take(random.Next(2, 14))]);
        }
    }

    List<TrainingLine> FromBank(LineRole role, int most) =>
        [.. Enumerable.Range(0, 1 + random.Next(most)).Select(_ => new TrainingLine(OneOf(bank.Of(role)), role))];

    string OneOf(IReadOnlyList<string> lines) => lines[random.Next(lines.Count)];

    /// <summary>Readers have their say right behind the article.</summary>
    void InsertComments(List<TrainingLine> lines)
    {
        var comments = Enumerable.Range(0, random.Next(2, 9)).Select(_ => new TrainingLine(OneOf(bank.Comments), LineRole.Footer));
        lines.InsertRange(AfterContent(lines), comments);
    }

    /// <summary>A body that just begins, without a lead.</summary>
    void ReplaceFirstParagraph(List<TrainingLine> lines)
    {
        var first = lines.FindIndex(line => line.Role == LineRole.Paragraph);
        if (!lines.Exists(line => line.Role == LineRole.Lead))
        {
            lines[first] = lines[first] with { Text = OneOf(bank.FirstParagraphs) };
        }
    }

    /// <summary>Another site's words for the same things: a line that comes again gets the same new words.</summary>
    void Reword(List<TrainingLine> lines, double share)
    {
        var words = new Dictionary<(string, LineRole), string>();
        var title = lines.Find(line => line.Role == LineRole.Title).Text?.Trim();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var text = line.Text.Trim();
            if (!MayBeReworded(line, text) || text == title || random.NextDouble() >= share)
            {
                continue;
            }

            if (!words.TryGetValue((text, line.Role), out var other))
            {
                other = OneOf(bank.Of(line.Role));
                words.Add((text, line.Role), other);
            }

            lines[i] = line with { Text = other };
        }
    }

    // Comments have the role of a footer but not its words; times and numbers of widgets say where they stand.
    bool MayBeReworded(TrainingLine line, string text) =>
        bank.Of(line.Role).Count > 0
        && line.Role switch
        {
            LineRole.Paragraph => text.Length < 140 && text.Length > 25,
            LineRole.Footer => text.Length > 20 && text.AsSpan().ContainsAny("0123456789:©"),
            LineRole.Widget or LineRole.Breadcrumb => text.Length > 4,
            LineRole.Lead => random.Next(3) == 0,
            _ => true,
        };

    void InsertInText(List<TrainingLine> lines, IReadOnlyList<TrainingLine> added)
    {
        var at = Pick(
            lines.Count - 1,
            i => lines[i].Role == LineRole.Paragraph && lines[i + 1].Role is LineRole.Paragraph or LineRole.Blank
        );
        if (at >= 0 && lines.Skip(at + 1).Any(line => line.Role.IsContent()))
        {
            lines.InsertRange(at + 1, added);
        }
    }

    /// <summary>One of the places below <paramref name="count"/> that fit; -1 where none does.</summary>
    int Pick(int count, Func<int, bool> fits)
    {
        var places = Enumerable.Range(0, count).Where(fits).ToArray();
        return places.Length == 0 ? -1 : places[random.Next(places.Length)];
    }

    /// <summary>The author named behind the text is named above it, or the other way round.</summary>
    static void MoveByline(List<TrainingLine> lines)
    {
        var at = lines.FindIndex(line => line.Role == LineRole.Byline);
        var title = lines.FindIndex(line => line.Role == LineRole.Title);
        var last = lines.FindLastIndex(line => line.Role == LineRole.Paragraph);
        if (at < 0 || title < 0 || last < 0)
        {
            return;
        }

        var byline = lines[at];
        lines.RemoveAt(at);
        lines.Insert(at > last ? title + 1 : last, byline);
    }

    static void StripCredits(List<TrainingLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var credit = lines[i].Role == LineRole.Caption ? CreditStart(lines[i].Text) : -1;
            if (credit > 20)
            {
                lines[i] = lines[i] with { Text = lines[i].Text[..credit].TrimEnd(' ', '-', '–', '(', '|', '/') };
            }
        }
    }

    static int CreditStart(string text) =>
        Math.Max(text.LastIndexOf("Ảnh:", StringComparison.Ordinal), text.LastIndexOf("ẢNH:", StringComparison.Ordinal));

    /// <summary>Some sites put every sentence on a line of its own.</summary>
    static void SplitSentences(List<TrainingLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Role == LineRole.Paragraph)
            {
                var sentences = lines[i].Text.Replace(". ", ".\n", StringComparison.Ordinal).Split('\n');
                lines.RemoveAt(i);
                lines.InsertRange(
                    i,
                    sentences
                        .Where(sentence => sentence.Trim().Length > 1)
                        .Select(sentence => new TrainingLine(sentence, LineRole.Paragraph))
                );
            }
        }
    }

    static void Drop(List<TrainingLine> lines, LineRole one, LineRole other) =>
        lines.RemoveAll(line => line.Role == one || line.Role == other);

    // A shorter article: every other paragraph goes.
    static void Shorten(List<TrainingLine> lines)
    {
        var seen = 0;
        lines.RemoveAll(line => line.Role == LineRole.Paragraph && ++seen % 2 == 0 && seen > 2);
    }

    /// <summary>The page as mail and old sites have it: broken at a fixed width.</summary>
    static List<TrainingLine> Wrapped(List<TrainingLine> lines, int width)
    {
        var wrapped = new List<TrainingLine>();
        foreach (var line in lines)
        {
            var text = line.Text;
            while (IsWrapped(line.Role) && text.Length > width && text.LastIndexOf(' ', width) is var end and > 0)
            {
                wrapped.Add(line with { Text = text[..end] });
                text = text[(end + 1)..];
            }

            wrapped.Add(line with { Text = text });
        }

        return wrapped;
    }

    static bool IsWrapped(LineRole role) =>
        role is LineRole.Lead or LineRole.Paragraph or LineRole.PullQuote or LineRole.Caption or LineRole.RelatedSummary;

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
