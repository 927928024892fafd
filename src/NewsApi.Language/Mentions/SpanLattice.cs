namespace NewsApi.Language.Mentions;

/// <summary>A run of pieces that may be a span.</summary>
readonly record struct SpanCandidate(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>All candidates of a line, by where they start, then by length.</summary>
static class SpanLattice
{
    public static List<SpanCandidate> Candidates(MentionText text, Func<MentionText, int, bool> canStart)
    {
        var candidates = new List<SpanCandidate>();
        for (var start = MentionText.First; start < text.End; start++)
        {
            if (!canStart(text, start) || SpanCandidates.IsBarrier(text, start))
            {
                continue;
            }

            var brackets = 0;
            for (var length = 1; length <= SpanCandidates.Longest && start + length <= text.End; length++)
            {
                var last = start + length - 1;
                if (length > 1 && (text.StartsSentence[last] || SpanCandidates.IsBarrier(text, last)))
                {
                    break;
                }

                // One that is closed and was not opened stays so, however far the span goes.
                brackets += WholeSpans.BracketAt(text, last);
                if (brackets < 0)
                {
                    break;
                }

                if (brackets == 0 && SpanCandidates.CanEnd(text, last) && WholeSpans.IsOne(text, start, length))
                {
                    candidates.Add(new SpanCandidate(start, length));
                }
            }
        }

        return candidates;
    }
}

/// <summary>A span that was chosen.</summary>
/// <param name="Margin">By how many points the best reading of the line stands above the best one without this span.</param>
readonly record struct FoundSpan(int Start, int Length, int Label, int Margin)
{
    public int End => Start + Length;
}
