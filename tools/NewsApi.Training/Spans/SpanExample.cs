using NewsApi.Language.Mentions;

namespace NewsApi.Training.Spans;

/// <summary>A line as the learner sees it: features of all pieces and all candidates, and the label of the candidates that are right.</summary>
/// <param name="Pieces">Features of each piece.</param>
/// <param name="Candidates">By where they start, then by length; places count from the first piece.</param>
/// <param name="Runs">Features of each candidate, without those of the document.</param>
/// <param name="Memory">Features that the rest of the document gives to a candidate; null for most.</param>
/// <param name="Labels">-1 for a candidate that is no span.</param>
sealed record SpanExample(uint[][] Pieces, SpanCandidate[] Candidates, uint[][] Runs, uint[]?[] Memory, int[] Labels)
{
    public static SpanExample From(
        MentionText text,
        List<SpanCandidate> candidates,
        byte[]? tags,
        Func<SpanCandidate, int> labelOf,
        Action<SpanCandidate, FeatureRows>? addMemory
    )
    {
        var rows = new FeatureRows();
        var pieces = new uint[text.End - MentionText.First][];
        for (var at = 0; at < pieces.Length; at++)
        {
            rows.Clear();
            PieceFeatures.Read(text, MentionText.First + at, tags, rows);
            pieces[at] = rows.Rows.ToArray();
        }

        var (runs, memory) = (new uint[candidates.Count][], new uint[]?[candidates.Count]);
        for (var i = 0; i < candidates.Count; i++)
        {
            rows.Clear();
            RunFeatures.Read(text, candidates[i].Start, candidates[i].Length, tags, rows);
            runs[i] = rows.Rows.ToArray();
            rows.Clear();
            addMemory?.Invoke(candidates[i], rows);
            memory[i] = rows.Rows.IsEmpty ? null : rows.Rows.ToArray();
        }

        return new SpanExample(
            pieces,
            [.. candidates.Select(candidate => candidate with { Start = candidate.Start - MentionText.First })],
            runs,
            memory,
            [.. candidates.Select(labelOf)]
        );
    }
}
