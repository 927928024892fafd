using NewsApi.Language.Documents;
using NewsApi.Language.Mentions;
using NewsApi.Language.Segmentation;

namespace NewsApi.Training.Spans;

/// <summary>Marked documents → examples for the two finders: of mentions, and of positions.</summary>
sealed class MentionExamples(SentenceSplitter sentences, PieceReader reader, NameLexicon lexicon, int seed)
{
    // What an earlier pass over a document finds is not all there is.
    const double Forgotten = 0.25;

    /// <summary>Gold spans whose ends are no ends of pieces, or that are no candidate.</summary>
    public int Unreachable { get; private set; }

    public int Reachable { get; private set; }

    public MentionFinder Finder(SpanModel mentions, SpanModel positions) => new(sentences, reader, lexicon, mentions, positions);

    public MentionText Read(MarkedLine line) => MentionText.Read(line.Text, sentences, reader, lexicon);

    /// <summary>Each line twice: as the first pass over a document sees it, and as the second does.</summary>
    public IEnumerable<SpanExample> OfMentions(MarkedDocument document)
    {
        var random = new Random(seed ^ document.Lines.Count ^ document.Lines[0].Text.Length);
        var texts = document.Lines.Select(Read).ToList();
        var memory = new NameMemory();
        for (var n = 0; n < texts.Count; n++)
        {
            foreach (var mark in document.Lines[n].Mentions)
            {
                if (PlaceOf(texts[n], mark) is { } place && random.NextDouble() >= Forgotten)
                {
                    memory.Add(texts[n], n, place.Start, place.Length, mark.Type!.Value);
                }
            }
        }

        for (var n = 0; n < texts.Count; n++)
        {
            var (text, line) = (texts[n], n);
            var candidates = SpanLattice.Candidates(text, SpanCandidates.CanStartMention);
            var labels = Labels(text, candidates, document.Lines[n].Mentions, mark => (int)mark.Type!.Value);
            yield return SpanExample.From(text, candidates, null, labels, null);
            yield return SpanExample.From(text, candidates, null, labels, (run, rows) => memory.AddFeatures(text, line, run, rows));
        }
    }

    /// <param name="mentions">Learned without this document: positions are read over what a model finds, which is not all that is there.</param>
    public IEnumerable<SpanExample> OfPositions(MarkedDocument document, SpanModel mentions)
    {
        var found = new MentionFinder(sentences, reader, lexicon, mentions, null).Find(
            [.. document.Lines.Select(line => line.Text)],
            CancellationToken.None
        );
        for (var n = 0; n < found.Count; n++)
        {
            var text = found[n].Text;
            var tags = new byte[text.Pieces.Length];
            foreach (var span in found[n].Mentions)
            {
                SpanTags.Write(tags, span.Start, span.Length, (EntityType)span.Label);
            }

            var candidates = SpanLattice.Candidates(text, SpanCandidates.CanStartPosition);
            yield return SpanExample.From(text, candidates, tags, Labels(text, candidates, document.Lines[n].Positions, _ => 0), null);
        }
    }

    Func<SpanCandidate, int> Labels(MentionText text, List<SpanCandidate> candidates, IReadOnlyList<Mark> marks, Func<Mark, int> labelOf)
    {
        var gold = new Dictionary<SpanCandidate, int>();
        foreach (var mark in marks)
        {
            if (PlaceOf(text, mark) is { } place && candidates.Contains(place))
            {
                gold[place] = labelOf(mark);
                Reachable++;
            }
            else
            {
                Unreachable++;
            }
        }

        return candidate => gold.GetValueOrDefault(candidate, -1);
    }

    static SpanCandidate? PlaceOf(MentionText text, Mark mark)
    {
        var start = Array.FindIndex(text.Pieces, MentionText.First, piece => piece.Token.Span.Start == mark.Start);
        var last = Array.FindIndex(text.Pieces, MentionText.First, piece => piece.Token.Span.End == mark.End);
        return start < MentionText.First || last < start ? null : new SpanCandidate(start, last - start + 1);
    }
}
