using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Mentions;

/// <summary>The spans found in one line, by piece.</summary>
/// <param name="Evidence">For each mention, where it was asked for; else empty.</param>
sealed record FoundLine(
    MentionText Text,
    IReadOnlyList<FoundSpan> Mentions,
    IReadOnlyList<FoundSpan> Positions,
    IReadOnlyList<SpanEvidence> Evidence
);

/// <summary>
/// Finds mentions in the lines of a document, in two passes: the second knows what the first found elsewhere. Then the positions, which may
/// hold mentions.
/// </summary>
sealed class MentionFinder(SentenceSplitter sentences, PieceReader reader, NameLexicon lexicon, SpanModel mentions, SpanModel? positions)
{
    public List<FoundLine> Find(IReadOnlyList<string> lines, CancellationToken cancellation, bool withEvidence = false)
    {
        var scored = new List<(MentionText Text, SpanDecoder Decoder)>();
        var memory = new NameMemory();
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = MentionText.Read(line, sentences, reader, lexicon);
            var decoder = SpanDecoder.Score(text, SpanLattice.Candidates(text, SpanCandidates.CanStartMention), null, mentions);
            foreach (var span in decoder.Decode())
            {
                memory.Add(text, scored.Count, span.Start, span.Length, (EntityType)span.Label);
            }

            scored.Add((text, decoder));
        }

        var found = new List<FoundLine>();
        foreach (var (text, decoder) in scored)
        {
            cancellation.ThrowIfCancellationRequested();
            decoder.Add(memory, found.Count, mentions);
            var spans = decoder.Decode();
            var line = found.Count;
            found.Add(
                new FoundLine(
                    text,
                    spans,
                    positions is null ? [] : FindPositions(text, spans, positions),
                    withEvidence ? [.. spans.Select(span => SpanEvidence.Of(text, span, memory, line, mentions))] : []
                )
            );
        }

        return found;
    }

    static List<FoundSpan> FindPositions(MentionText text, List<FoundSpan> found, SpanModel model)
    {
        var tags = new byte[text.Pieces.Length];
        foreach (var span in found)
        {
            SpanTags.Write(tags, span.Start, span.Length, (EntityType)span.Label);
        }

        var candidates = SpanLattice.Candidates(text, SpanCandidates.CanStartPosition);
        return SpanDecoder.Score(text, candidates, tags, model).Decode();
    }
}
