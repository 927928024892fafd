using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;
using NewsApi.Text;

namespace NewsApi.Language.Topics;

/// <summary>
/// Which subjects an article is about: phrases that point to them, weighted by where they stand. At most three of the top level, each with those
/// below it that are treated most. Safe for any number of threads.
/// </summary>
public sealed class TopicFinder(TopicLexicon lexicon)
{
    const int MostTopics = 3;
    const int MostBelow = 2;
    const int MostEvidence = 5;

    // Less than that points to nothing.
    const double LeastPoints = 5;

    // A further subject must have this share of the first one's points.
    const double LeastShare = 0.4;
    const double LeastShareBelow = 0.25;

    // A line of menus names every subject there is.
    const int MostInBreadcrumb = 2;

    sealed class Tally
    {
        public double Points { get; private set; }
        readonly Dictionary<string, (double Points, int Count, TextValue First)> phrases = new(StringComparer.Ordinal);

        // What is said again says less each time: one word used all over is not ten words.
        public void Add(string phrase, double points, TextValue place)
        {
            var (known, count, first) = phrases.GetValueOrDefault(phrase, (0, 0, place));
            var more = points / (1 + count);
            phrases[phrase] = (known + more, count + 1, first);
            Points += more;
        }

        public IReadOnlyList<TextValue> Evidence =>
            [
                .. phrases
                    .Values.OrderByDescending(phrase => phrase.Points)
                    .ThenBy(phrase => phrase.First.Span)
                    .Take(MostEvidence)
                    .Select(phrase => phrase.First),
            ];
    }

    /// <summary>None for pages that are no articles.</summary>
    public IReadOnlyList<ArticleTopic> Find(ZonedPage page)
    {
        if (page.Kind != PageKind.Article)
        {
            return [];
        }

        var tallies = new Dictionary<MediaTopic, Tally>();
        var tops = new Dictionary<MediaTopic, Tally>();
        foreach (var line in page.Lines)
        {
            var weight = WeightOf(line.Role);
            if (weight == 0)
            {
                continue;
            }

            var found = lexicon.Phrases.Find(Folding.Fold(line.Text)).ToList();
            if (
                line.Role == LineRole.Breadcrumb
                && found.Select(sign => lexicon.Top(sign.Value.Topic)).Distinct().Count() > MostInBreadcrumb
            )
            {
                continue;
            }

            foreach (var (span, sign) in found)
            {
                var place = page.Value(line, span);
                var phrase = Folding.Fold(place.Text);
                Tallied(tallies, sign.Topic).Add(phrase, weight * sign.Weight, place);
                Tallied(tops, lexicon.Top(sign.Topic)).Add(phrase, weight * sign.Weight, place);
            }
        }

        return Choose(tops, tallies);
    }

    List<ArticleTopic> Choose(Dictionary<MediaTopic, Tally> tops, Dictionary<MediaTopic, Tally> tallies)
    {
        var all = tops.Values.Sum(tally => tally.Points);
        var ranked = tops.OrderByDescending(pair => pair.Value.Points).ThenBy(pair => pair.Key.Code, StringComparer.Ordinal).ToList();
        var chosen = new List<ArticleTopic>();
        foreach (
            var (top, tally) in ranked
                .Where(pair => pair.Value.Points >= LeastPoints && pair.Value.Points >= LeastShare * ranked[0].Value.Points)
                .Take(MostTopics)
        )
        {
            chosen.Add(new ArticleTopic(top, Share(tally.Points, all), tally.Evidence));
            chosen.AddRange(
                tallies
                    .Where(pair => pair.Key != top && lexicon.Top(pair.Key) == top)
                    .Where(pair => pair.Value.Points >= LeastPoints && pair.Value.Points >= LeastShareBelow * tally.Points)
                    .OrderByDescending(pair => pair.Value.Points)
                    .ThenBy(pair => pair.Key.Code, StringComparer.Ordinal)
                    .Take(MostBelow)
                    .Select(pair => new ArticleTopic(pair.Key, Share(pair.Value.Points, all), pair.Value.Evidence))
            );
        }

        return chosen;
    }

    static double Share(double points, double all) => Math.Round(points / all, 2);

    static Tally Tallied(Dictionary<MediaTopic, Tally> tallies, MediaTopic topic)
    {
        if (!tallies.TryGetValue(topic, out var tally))
        {
            tallies[topic] = tally = new Tally();
        }

        return tally;
    }

    static double WeightOf(LineRole role) =>
        role switch
        {
            LineRole.Title => 4,
            LineRole.Lead => 2,
            LineRole.Breadcrumb => 2,
            LineRole.Heading => 1.5,
            LineRole.Paragraph or LineRole.PullQuote or LineRole.Caption => 1,
            _ => 0,
        };
}
