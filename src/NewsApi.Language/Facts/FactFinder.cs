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
    readonly HashSet<string> comparators;

    FactFinder(SentenceSplitter sentences, CueLexicon cues, WordSet honorifics, HashSet<string> comparators) =>
        (this.sentences, this.cues, this.honorifics, this.comparators) = (sentences, cues, honorifics, comparators);

    /// <summary>Loads the lexicons that are built into this assembly.</summary>
    /// <exception cref="LexiconException">A data file is broken.</exception>
    public static FactFinder Load() =>
        new(
            SentenceSplitter.Load(),
            CueLexicon.Load(),
            WordSet.Load("vi/honorifics.tsv"),
            LexiconFile.Read("vi/comparators.tsv").Select(entry => Folding.Fold(entry[0])).ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>The facts of a page; spans slice the text as it was given.</summary>
    /// <param name="annotations">Of the page's content lines, with spans in the text as it was given.</param>
    public IReadOnlyList<Fact> Find(ZonedPage page, Annotations annotations, CancellationToken cancellation)
    {
        var content = page.Lines.Where(line => line.Role.IsContent()).ToList();
        var starts = content.ToDictionary(line => line.Number, line => line.Facts.Line.Content.Start);
        var found = Find([.. content.Select(line => new FactLine(line.Number, line.Role, line.Text))], annotations, cancellation);
        TextSpan InOriginal(int line, TextSpan span) =>
            page.Page.ToOriginal(new TextSpan(starts[line] + span.Start, starts[line] + span.End));
        return [.. found.Select(fact => InText(fact, InOriginal))];
    }

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
    public IReadOnlyList<Fact> Find(IReadOnlyList<FactLine> lines, Annotations annotations, CancellationToken cancellation)
    {
        var mentions = annotations.Mentions.ToLookup(mention => mention.Line);
        var positions = annotations.Positions.ToLookup(position => position.Line);
        var texts = new List<FactText>();
        var actors = new List<IReadOnlyList<Actor>>();
        var finder = new ActorFinder(honorifics);
        var drafts = new List<FactDraft>();
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            texts.Add(
                new FactText(
                    line.Number,
                    line.Role,
                    line.Text,
                    [.. sentences.Split(line.Text, new TextSpan(0, line.Text.Length))],
                    [
                        .. mentions[line.Number]
                            .Select(mention => new Name(mention.Span, mention.Type, mention.Text, mention.Entity, mention.IsoCode)),
                    ],
                    [.. positions[line.Number]],
                    cues
                )
            );
        }

        finder.Prepare(texts);
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            actors.Add(finder.Find(text));
            var known = drafts.Count;
            MeetingExtractor.Extract(text, actors[^1], drafts);
            if (drafts.Count > known)
            {
                finder.Remember([.. drafts[^1].All(FactArguments.Participants)]);
            }
        }

        Extract(new FactDocument(texts, actors), drafts, cancellation);
        return
        [
            .. FactMerger
                .Merge([.. drafts.OrderBy(draft => draft.Line.Number).ThenBy(draft => draft.Span)])
                .OrderBy(fact => fact.Evidence[0].Line)
                .ThenBy(fact => fact.Evidence[0].Span)
                .ThenBy(fact => fact.Type),
        ];
    }

    void Extract(FactDocument document, List<FactDraft> drafts, CancellationToken cancellation)
    {
        var statements = new StatementExtractor();
        var attendance = new AttendanceExtractor(document);
        var statistics = new StatisticExtractor(comparators);
        for (var n = 0; n < document.Lines.Count; n++)
        {
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
            LegalReferenceExtractor.Extract(line, actors, drafts);
            AppointmentExtractor.Extract(line, drafts);
            AgreementExtractor.Extract(line, actors, drafts);
            MembershipExtractor.Extract(line, actors, drafts);
            RelationExtractor.Extract(line, actors, drafts);
            AnniversaryExtractor.Extract(line, drafts);
            statistics.Extract(line, drafts);
        }
    }

    static void NoteEvents(FactDocument document, int n)
    {
        var line = document.Lines[n];
        foreach (var name in line.Names.Where(name => name.Type == EntityType.Event && n < HeadLines))
        {
            document.Note(n, name.Span.Start, name.Entity);
        }

        foreach (var cue in line.Cues.Where(cue => (cue.Cue & (Cue.EventNoun | Cue.MeetingNoun)) != 0))
        {
            document.Note(n, cue.Span.Start, cue.Span.Slice(line.Text));
        }
    }
}
