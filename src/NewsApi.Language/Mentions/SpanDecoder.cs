namespace NewsApi.Language.Mentions;

/// <summary>
/// Chooses the spans of a line that together have the most points: each span's own, and those of its pieces. Pieces outside all spans have
/// none. The search is exact over all candidates (a semi-Markov model of order 0).
/// </summary>
sealed class SpanDecoder
{
    readonly MentionText text;
    readonly List<SpanCandidate> candidates;
    readonly int labels;

    // For each candidate its points for each label.
    readonly int[] scores;

    SpanDecoder(MentionText text, List<SpanCandidate> candidates, int labels)
    {
        (this.text, this.candidates, this.labels) = (text, candidates, labels);
        scores = new int[candidates.Count * labels];
    }

    public static SpanDecoder Score(MentionText text, List<SpanCandidate> candidates, byte[]? tags, SpanModel model)
    {
        var decoder = new SpanDecoder(text, candidates, model.Labels);
        decoder.AddPieces(tags, model);
        decoder.AddRuns(tags, model);
        return decoder;
    }

    void AddPieces(byte[]? tags, SpanModel model)
    {
        var width = 3 * labels;
        var (points, goingOn) = (new int[text.Pieces.Length * width], new int[(text.Pieces.Length + 1) * labels]);
        var rows = new FeatureRows();
        for (var at = MentionText.First; at < text.End; at++)
        {
            rows.Clear();
            PieceFeatures.Read(text, at, tags, rows);
            model.AddPiece(rows.Rows, points.AsSpan(at * width, width));
            for (var label = 0; label < labels; label++)
            {
                goingOn[((at + 1) * labels) + label] = goingOn[(at * labels) + label] + points[(at * width) + labels + label];
            }
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            var (start, last) = (candidates[i].Start, candidates[i].End - 1);
            for (var label = 0; label < labels; label++)
            {
                scores[(i * labels) + label] +=
                    points[(start * width) + label]
                    + goingOn[((last + 1) * labels) + label]
                    - goingOn[((start + 1) * labels) + label]
                    + points[(last * width) + (2 * labels) + label];
            }
        }
    }

    void AddRuns(byte[]? tags, SpanModel model)
    {
        var rows = new FeatureRows();
        var sums = new RunSums(-1);
        for (var i = 0; i < candidates.Count; i++)
        {
            // Candidates of one start follow each other, the shortest first.
            sums = candidates[i].Start == sums.Start ? sums : new RunSums(candidates[i].Start);
            sums.GoOnTo(candidates[i].Length, text, tags);
            rows.Clear();
            RunFeatures.Read(text, sums, tags, rows);
            model.AddRun(rows.Rows, scores.AsSpan(i * labels, labels));
        }
    }

    /// <summary>Adds what the rest of the document tells of each run.</summary>
    public void Add(NameMemory memory, int line, SpanModel model)
    {
        var rows = new FeatureRows();
        for (var i = 0; i < candidates.Count; i++)
        {
            rows.Clear();
            memory.AddFeatures(text, line, candidates[i], rows);
            if (!rows.Rows.IsEmpty)
            {
                model.AddRun(rows.Rows, scores.AsSpan(i * labels, labels));
            }
        }
    }

    public List<FoundSpan> Decode()
    {
        var (best, chosen) = BestBefore();
        var behind = BestBehind();
        var found = new List<FoundSpan>();
        for (var at = text.End; at > MentionText.First; )
        {
            if (chosen[at] < 0)
            {
                at--;
                continue;
            }

            var candidate = candidates[chosen[at] / labels];
            found.Add(new FoundSpan(candidate.Start, candidate.Length, chosen[at] % labels, 0));
            at = candidate.Start;
        }

        found.Reverse();
        return WithMargins(found, best, behind);
    }

    // The most points of any reading of the pieces before each place, and which candidate's label ends there in it.
    (long[] Best, int[] Chosen) BestBefore()
    {
        var (best, chosen) = (new long[text.Pieces.Length + 1], new int[text.Pieces.Length + 1]);
        best.AsSpan(MentionText.First + 1).Fill(long.MinValue);
        chosen.AsSpan().Fill(-1);
        var i = 0;
        for (var start = MentionText.First; start < text.End; start++)
        {
            if (best[start] >= best[start + 1])
            {
                (best[start + 1], chosen[start + 1]) = (best[start], -1);
            }

            for (; i < candidates.Count && candidates[i].Start == start; i++)
            {
                for (var label = 0; label < labels; label++)
                {
                    var total = best[start] + scores[(i * labels) + label];
                    if (total > best[candidates[i].End])
                    {
                        (best[candidates[i].End], chosen[candidates[i].End]) = (total, (i * labels) + label);
                    }
                }
            }
        }

        return (best, chosen);
    }

    long[] BestBehind()
    {
        var best = new long[text.Pieces.Length + 1];
        var i = candidates.Count - 1;
        for (var start = text.End - 1; start >= MentionText.First; start--)
        {
            best[start] = best[start + 1];
            for (; i >= 0 && candidates[i].Start == start; i--)
            {
                for (var label = 0; label < labels; label++)
                {
                    best[start] = Math.Max(best[start], scores[(i * labels) + label] + best[candidates[i].End]);
                }
            }
        }

        return best;
    }

    // A reading without the span has something else, or nothing, over its first piece.
    List<FoundSpan> WithMargins(List<FoundSpan> found, long[] before, long[] behind)
    {
        var rivals = new long[found.Count];
        for (var n = 0; n < found.Count; n++)
        {
            rivals[n] = before[found[n].Start] + behind[found[n].Start + 1];
        }

        var total = before[text.End];
        var next = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            while (next < found.Count && found[next].Start < candidates[i].Start)
            {
                next++;
            }

            for (var n = next; n < found.Count && found[n].Start < candidates[i].End; n++)
            {
                for (var label = 0; label < labels; label++)
                {
                    if (candidates[i].Start != found[n].Start || candidates[i].Length != found[n].Length || label != found[n].Label)
                    {
                        var through = before[candidates[i].Start] + scores[(i * labels) + label] + behind[candidates[i].End];
                        rivals[n] = Math.Max(rivals[n], through);
                    }
                }
            }
        }

        return [.. found.Select((span, n) => span with { Margin = (int)Math.Min(total - rivals[n], int.MaxValue) })];
    }
}
