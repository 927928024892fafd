using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Segmentation;
using NewsApi.Language.Zoning;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>A content line with its role.</summary>
/// <param name="Number">1-based, as in the page.</param>
/// <param name="Text">NFC.</param>
public readonly record struct FactLine(int Number, LineRole Role, string Text);

/// <summary>Content lines with their mentions and positions → facts, each with the words that prove it. Safe for any number of threads.</summary>
public sealed class FactFinder
{
    // An event that is named later may be of another time.
    const int HeadLines = 4;

    readonly SentenceSplitter sentences;
    readonly CueLexicon cues;
    readonly WordSet honorifics;
    readonly WordSet numberWords;
    readonly StatisticWords statisticWords;
    readonly LegalReferenceExtractor laws;

    FactFinder(
        SentenceSplitter sentences,
        CueLexicon cues,
        WordSet honorifics,
        WordSet numberWords,
        StatisticWords statisticWords,
        LegalReferenceExtractor laws
    ) =>
        (this.sentences, this.cues, this.honorifics, this.numberWords, this.statisticWords, this.laws) = (
            sentences,
            cues,
            honorifics,
            numberWords,
            statisticWords,
            laws
        );

    /// <summary>Loads the lexicons that are built into this assembly.</summary>
    /// <exception cref="LexiconException">A data file is broken.</exception>
    public static FactFinder Load() =>
        new(
            SentenceSplitter.Load(),
            CueLexicon.Load(),
            WordSet.Load("vi/honorifics.tsv"),
            WordSet.Load("vi/number_words.tsv"),
            StatisticWords.Load(),
            LegalReferenceExtractor.Load()
        );

    /// <summary>The facts of a page; spans slice the text as it was given.</summary>
    /// <param name="annotations">Of the page's content lines, with spans in the text as it was given.</param>
    /// <param name="published">The day that periods such as "từ đầu năm" are reckoned from; null where it is not known.</param>
    /// <param name="year">The year that the text tells for itself where the page has no time: of days without one.</param>
    public IReadOnlyList<Fact> Find(ZonedPage page, Annotations annotations, DateOnly? published, int? year, CancellationToken cancellation)
    {
        var content = page.Lines.Where(line => line.Role.IsContent()).ToList();
        var starts = content.ToDictionary(line => line.Number, line => line.Facts.Line.Content.Start);
        var found = Find(
            [.. content.Select(line => new FactLine(line.Number, line.Role, line.Text))],
            annotations,
            published,
            cancellation
        );
        TextSpan InOriginal(int line, TextSpan span) =>
            page.Page.ToOriginal(new TextSpan(starts[line] + span.Start, starts[line] + span.End));
        return [.. found.Select(fact => InText(fact, InOriginal)).Select(fact => year is { } told ? InYear(fact, told) : fact)];
    }

    // Dates that are written as "XXXX-02-17" while the year is open.
    static Fact InYear(Fact fact, int year) =>
        fact with
        {
            Arguments =
            [
                .. fact.Arguments.Select(argument =>
                    argument.Name == FactArguments.Time
                        ? argument with
                        {
                            Value = argument.Value.Replace(
                                "XXXX",
                                year.ToString("0000", CultureInfo.InvariantCulture),
                                StringComparison.Ordinal
                            ),
                        }
                        : argument
                ),
            ],
        };

    /// <summary>A fact whose spans are taken from their lines to somewhere else.</summary>
    public static Fact InText(Fact fact, Func<int, TextSpan, TextSpan> map) =>
        fact with
        {
            Arguments =
            [
                .. fact.Arguments.Select(argument => argument with { Span = argument.Span is { } span ? map(argument.Line, span) : null }),
            ],
            Evidence =
            [
                .. fact.Evidence.Select(evidence =>
                    evidence with
                    {
                        Sentence = map(evidence.Line, evidence.Sentence),
                        Span = map(evidence.Line, evidence.Span),
                    }
                ),
            ],
        };

    /// <summary>Lines alone; spans lie within their line's text.</summary>
    /// <param name="lines">In the order of the page.</param>
    /// <param name="annotations">Of the same lines; spans lie within their line's text.</param>
    /// <param name="published">The day that periods such as "từ đầu năm" are reckoned from; null where it is not known.</param>
    public IReadOnlyList<Fact> Find(
        IReadOnlyList<FactLine> lines,
        Annotations annotations,
        DateOnly? published,
        CancellationToken cancellation
    )
    {
        var mentions = annotations.Mentions.ToLookup(mention => mention.Line);
        var positions = annotations.Positions.ToLookup(position => position.Line);
        var texts = new List<FactText>();
        var actors = new List<IReadOnlyList<Actor>>();
        var references = new References(numberWords);
        var finder = new ActorFinder(new NameReach(honorifics), references);
        var drafts = new List<FactDraft>();
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            List<TextSpan> split = [.. sentences.Split(line.Text, new TextSpan(0, line.Text.Length))];
            foreach (var (span, inside) in Passages.Of(line.Text, split))
            {
                texts.Add(Passage(line, span, inside, mentions[line.Number], positions[line.Number], published));
            }
        }

        references.Prepare(texts);
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            actors.Add(finder.Find(text));
            var known = drafts.Count;
            MeetingExtractor.Extract(text, actors[^1], drafts);
            if (drafts.Count > known)
            {
                references.Remember([.. drafts[^1].All(FactArguments.Participants)]);
            }
        }

        Extract(new FactDocument(texts, actors, references.States), drafts, cancellation);
        RemovePostsThatAreGiven(drafts);
        Outlook.Apply(drafts, published);
        var codes = new EventCoder(CountriesOf(annotations));
        return
        [
            .. FactMerger
                .Merge([.. drafts.OrderBy(draft => draft.Line.Number).ThenBy(draft => draft.Line.Offset).ThenBy(draft => draft.Span)])
                .Select(codes.Code)
                .OrderBy(fact => fact.Evidence[0].Line)
                .ThenBy(fact => fact.Evidence[0].Span)
                .ThenBy(fact => fact.Type),
        ];
    }

    // "bổ nhiệm ông A giữ chức P" tells that A is given P, and no second fact; what other places say of A and P stays.
    static void RemovePostsThatAreGiven(List<FactDraft> drafts)
    {
        var given = drafts.Where(draft => draft.Type == FactType.Appointment).Select(PostOf).ToHashSet();
        drafts.RemoveAll(draft => draft.Type == FactType.PositionHeld && given.Contains(PostOf(draft)));
    }

    static (FactText Line, string? Person, TextSpan? Post) PostOf(FactDraft draft) =>
        (draft.Line, draft[FactArguments.Person], draft.Arguments.Find(argument => argument.Name == FactArguments.Position)?.Span);

    // ISO 3166-1 has two letters; the provinces of ISO 3166-2 have more.
    static HashSet<string> CountriesOf(Annotations annotations) =>
        [.. annotations.Mentions.Where(mention => mention.IsoCode is { Length: 2 }).Select(mention => mention.Entity)];

    FactText Passage(
        FactLine line,
        TextSpan span,
        IReadOnlyList<TextSpan> inside,
        IEnumerable<Mention> mentions,
        IEnumerable<HeldPosition> positions,
        DateOnly? published
    )
    {
        TextSpan Within(TextSpan place) => new(place.Start - span.Start, place.End - span.Start);
        return new FactText(
            line.Number,
            line.Role,
            span.Slice(line.Text),
            inside,
            [
                .. mentions
                    .Where(mention => span.Contains(mention.Span))
                    .Select(mention => new Name(Within(mention.Span), mention.Type, mention.Text, mention.Entity, mention.IsoCode)),
            ],
            [
                .. positions
                    .Where(position => span.Contains(position.Span))
                    .Select(position => position with { Span = Within(position.Span) }),
            ],
            cues,
            published
        )
        {
            Offset = span.Start,
        };
    }

    void Extract(FactDocument document, List<FactDraft> drafts, CancellationToken cancellation)
    {
        var statements = new StatementExtractor();
        var attendance = new AttendanceExtractor(document);
        var statistics = new StatisticExtractor(statisticWords, numberWords);
        for (var n = 0; n < document.Lines.Count; n++)
        {
            cancellation.ThrowIfCancellationRequested();
            NoteEvents(document, n);
        }

        for (var n = 0; n < document.Lines.Count; n++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (line, actors) = (document.Lines[n], document.Actors[n]);
            PositionHeldExtractor.Extract(line, drafts);
            VisitExtractor.Extract(line, actors, drafts);
            statements.Extract(line, actors, drafts);
            attendance.Extract(line, n, actors, drafts);
            EventExtractor.Extract(line, actors, drafts);
            laws.Extract(line, actors, drafts);
            AppointmentExtractor.Extract(line, drafts);
            AgreementExtractor.Extract(line, actors, document.States, drafts);
            MembershipExtractor.Extract(line, actors, drafts);
            RelationExtractor.Extract(line, actors, drafts);
            AnniversaryExtractor.Extract(line, drafts);
            statistics.Extract(line, drafts);
        }
    }

    static void NoteEvents(FactDocument document, int n)
    {
        var line = document.Lines[n];
        var named = line
            .Names.Where(name => name.Type == EntityType.Event && n < HeadLines)
            .Select(name => (name.Span.Start, Text: name.Entity));
        var nouns = line
            .Cues.Where(cue => (cue.Cue & (Cue.EventNoun | Cue.MeetingNoun)) != 0 && cue.Span.Of(line.Folded) is not ("giải" or "lễ"))
            .Select(cue => (cue.Span.Start, Text: cue.Span.Slice(line.Text)));
        foreach (var (start, text) in named.Concat(nouns).OrderBy(found => found.Start))
        {
            document.Note(n, start, text);
        }
    }
}
