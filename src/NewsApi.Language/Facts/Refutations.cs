using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>What is told first and denied behind it: "thông tin A đã thăm B là không chính xác", "chuyến thăm đã bị hủy".</summary>
static class Refutations
{
    const int Longest = 160;
    const Cue Nouns = Cue.MeetingNoun | Cue.VisitNoun | Cue.EventNoun;

    public static bool IsRefuted(FactText line, int from, int verb)
    {
        var sentence = line.SentenceAt(verb);
        return IsCancelled(line, verb, sentence)
            || (line.CuesIn(new TextSpan(Math.Min(from, verb), verb), Cue.Rumour).Any() && IsUntrue(line, verb, sentence));
    }

    // The noun is what did not take place; in "A gặp B sau khi trận đấu bị hủy" the meeting did.
    static bool IsCancelled(FactText line, int verb, TextSpan sentence) =>
        line.Cues.Any(cue => cue.Span.Start == verb && (cue.Cue & Nouns) != 0)
        && line.CuesIn(new TextSpan(verb, sentence.End), Cue.Cancel)
            .Any(cue => cue.Span.Start - verb <= Longest && line.Text.AsSpan(verb, cue.Span.Start - verb).IndexOfAny(",;") < 0);

    // In the sentence itself or in the next, which has to speak of the rumour.
    static bool IsUntrue(FactText line, int verb, TextSpan sentence)
    {
        if (line.CuesIn(new TextSpan(verb, sentence.End), Cue.Refute).Any())
        {
            return true;
        }

        var next = line.Sentences.FirstOrDefault(other => other.Start >= sentence.End);
        return !next.IsEmpty
            && line.CuesIn(next, Cue.Refute | Cue.Deny).Any(cue => cue.Cue.HasFlag(Cue.Refute) || IsDenial(line, cue))
            && SpeaksOfIt.Any(word => next.Of(line.Folded).Contains(word, StringComparison.Ordinal));
    }

    static readonly string[] SpeaksOfIt =
    [
        " tin ",
        " tin.",
        "tin này",
        "tin đó",
        "tin trên",
        "tin đồn",
        "điều này",
        "điều đó",
        "việc này",
        "nội dung này",
    ];

    // "bác bỏ", "phủ nhận"; not "không" and "chưa".
    static bool IsDenial(FactText line, CueMatch cue) =>
        line.StartsWith(cue.Span.Start, "bác") || line.StartsWith(cue.Span.Start, "phủ nhận");
}
