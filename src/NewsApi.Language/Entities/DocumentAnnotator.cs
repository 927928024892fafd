using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Mentions;
using NewsApi.Language.Positions;
using NewsApi.Language.Reading;
using NewsApi.Language.Segmentation;
using NewsApi.Language.Zoning;
using NewsApi.Text;

namespace NewsApi.Language.Entities;

/// <summary>A line of content whose mentions are asked for.</summary>
/// <param name="Number">1-based, as in the page.</param>
/// <param name="Text">NFC.</param>
public readonly record struct ContentLine(int Number, string Text);

/// <summary>The mentions and positions of a document; spans lie within their line's text.</summary>
public sealed record Annotations(
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<HeldPosition> Positions,
    IReadOnlyList<MentionExplanation> Explanations
)
{
    public static Annotations None { get; } = new([], [], []);

    /// <summary>The same with spans within their lines, where these slice a whole page; else itself.</summary>
    public Annotations InLines
    {
        get => field ?? this;
        init;
    }
}

/// <summary>Content lines → mentions with canonical names, and positions with who holds them. Safe for any number of threads.</summary>
public sealed class DocumentAnnotator
{
    readonly MentionFinder finder;
    readonly NameResolver resolver;
    readonly KnownNames known;
    readonly PositionLinker linker;
    readonly int scale;

    DocumentAnnotator(MentionFinder finder, KnownNames known, PositionLinker linker, int scale) =>
        (this.finder, resolver, this.known, this.linker, this.scale) = (finder, new NameResolver(known), known, linker, scale);

    /// <summary>Loads the lexicons and models that are built into this assembly.</summary>
    /// <exception cref="LexiconException">A data file is broken.</exception>
    public static DocumentAnnotator Load()
    {
        var mentions = SpanModel.Load(SpanModel.MentionFile);
        var found = new MentionFinder(
            SentenceSplitter.Load(),
            new PieceReader(SyllableLexicon.Load()),
            NameLexicon.Load(),
            mentions,
            SpanModel.Load(SpanModel.PositionFile)
        );
        return new DocumentAnnotator(found, KnownNames.Load(), PositionLinker.Load(), mentions.Scale);
    }

    /// <summary>The content lines of a page; spans slice the text as it was given.</summary>
    /// <param name="published">The day that dates without a year are reckoned from; null where it is not known.</param>
    /// <param name="withExplanations">Whether each mention tells what gave it its points.</param>
    public Annotations Annotate(ZonedPage page, DateOnly? published, bool withExplanations, CancellationToken cancellation)
    {
        var content = page.Lines.Where(line => line.Role.IsContent()).ToList();
        var starts = content.ToDictionary(line => line.Number, line => line.Facts.Line.Content.Start);
        var found = Annotate(
            [.. content.Select(line => new ContentLine(line.Number, line.Text))],
            published,
            cancellation,
            withExplanations
        );
        return new Annotations(
            [.. found.Mentions.Select(mention => mention with { Span = InOriginal(page.Page, starts[mention.Line], mention.Span) })],
            [.. found.Positions.Select(position => position with { Span = InOriginal(page.Page, starts[position.Line], position.Span) })],
            found.Explanations
        )
        {
            InLines = found,
        };
    }

    static TextSpan InOriginal(Page page, int lineStart, TextSpan span) =>
        page.ToOriginal(new TextSpan(lineStart + span.Start, lineStart + span.End));

    /// <summary>Lines alone; spans lie within their line's text.</summary>
    /// <param name="lines">In the order of the page.</param>
    /// <param name="published">The day that dates without a year are reckoned from; null where it is not known.</param>
    /// <param name="withExplanations">Whether each mention tells what gave it its points.</param>
    public Annotations Annotate(
        IReadOnlyList<ContentLine> lines,
        DateOnly? published,
        CancellationToken cancellation,
        bool withExplanations = false
    )
    {
        var texts = lines.Select(line => line.Text).ToList();
        var found = finder.Find(texts, cancellation, withExplanations);
        var names = new List<FoundName>();
        var positions = new List<FoundPosition>();
        for (var n = 0; n < found.Count; n++)
        {
            var text = found[n].Text;
            foreach (var span in found[n].Mentions)
            {
                var place = text.SpanOf(span.Start, span.Length);
                names.AddRange(Apart(new FoundName(n, place, (EntityType)span.Label, place.Slice(text.Text), Probability(span.Margin))));
            }

            positions.AddRange(
                found[n]
                    .Positions.Select(span =>
                    {
                        var place = text.SpanOf(span.Start, span.Length);
                        return new FoundPosition(n, place, place.Slice(text.Text));
                    })
            );
        }

        ResolveDates(names, published);
        resolver.Resolve(texts, names, cancellation);
        linker.Link(texts, names, positions, cancellation);
        return new Annotations(
            [
                .. names.Select(name => new Mention(
                    name.Span,
                    lines[name.Line].Number,
                    name.Type,
                    name.Text,
                    name.Name,
                    Math.Round(name.Score, 4),
                    name.Type == EntityType.Location ? known.CodeOf(name.Name) ?? known.CodeOf(name.Text) : null
                )),
            ],
            [
                .. positions.Select(position => new HeldPosition(
                    position.Span,
                    lines[position.Line].Number,
                    position.Text,
                    position.Person,
                    position.Organization,
                    position.IsBare
                )),
            ],
            Explanations(found)
        );
    }

    // Names are in the order in which they were found.
    // "Bộ Y tế tại Hà Nội" read as one name.
    IEnumerable<FoundName> Apart(FoundName name)
    {
        const string At = " tại ";
        var at = name.Type == EntityType.Organization ? name.Text.IndexOf(At, StringComparison.Ordinal) : -1;
        if (at < 0 || !known.IsPlaceless(name.Folded) || !char.IsUpper(name.Text[at + At.Length]))
        {
            return [name];
        }

        var body = new TextSpan(name.Span.Start, name.Span.Start + at);
        var place = new TextSpan(body.End + At.Length, name.Span.End);
        return
        [
            new FoundName(name.Line, body, EntityType.Organization, name.Text[..at], name.Score),
            new FoundName(name.Line, place, EntityType.Location, name.Text[(at + At.Length)..], name.Score),
        ];
    }

    static List<MentionExplanation> Explanations(List<FoundLine> found)
    {
        var explanations = new List<MentionExplanation>();
        foreach (var line in found)
        {
            for (var n = 0; n < line.Evidence.Count; n++)
            {
                var evidence = line.Evidence[n];
                explanations.Add(new MentionExplanation(explanations.Count, evidence.RunnerUp, line.Mentions[n].Margin, evidence.Features));
            }
        }

        return explanations;
    }

    static void ResolveDates(List<FoundName> names, DateOnly? published)
    {
        DateOnly? last = null;
        foreach (var name in names.Where(name => name.Type == EntityType.Date))
        {
            var date = DateNormalizer.Normalize(name.Text, new DateAnchor(published, last));
            name.Name = date ?? name.Text;
            if (
                date is { Length: >= 10 }
                && DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            )
            {
                last = day;
            }
        }
    }

    // Points are logarithms of odds; integers make them the same everywhere, and the last step is rounded.
    double Probability(int margin) => 1 / (1 + Math.Exp(-(double)margin / scale));
}
