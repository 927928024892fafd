using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>"kỷ niệm 80 năm ngày thành lập …".</summary>
static class AnniversaryExtractor
{
    public static void Extract(FactText line, List<FactDraft> facts)
    {
        foreach (var cue in line.Cues.Where(cue => cue.Cue.HasFlag(Cue.Anniversary)))
        {
            var sentence = line.SentenceAt(cue.Span.Start);
            var at = line.SkipBlanks(cue.Span.End, sentence.End);
            var end = at;
            while (end < sentence.End && char.IsDigit(line.Text[end]))
            {
                end++;
            }

            if (end == at || end - at > 4 || !line.StartsWith(line.SkipBlanks(end, sentence.End), "năm"))
            {
                continue;
            }

            var from = line.SkipBlanks(line.SkipBlanks(end, sentence.End) + 3, sentence.End);
            var of = new TextSpan(from, PhraseEnd(line, from, sentence.End));
            if (of.Length < 4)
            {
                continue;
            }

            var time = Times.OfEvent(line, sentence, cue.Span.Start);
            facts.Add(
                new FactDraft(FactType.Anniversary, line, cue.Span, "years-of", 0.85)
                    .With(FactArguments.Of, of)
                    .With(
                        FactArguments.Years,
                        int.Parse(line.Text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture)
                            .ToString(CultureInfo.InvariantCulture),
                        new TextSpan(at, end)
                    )
                    .With(FactArguments.Time, time is { } known ? Dates.Day(known.Entity) : null, time?.Span)
            );
        }
    }

    // A day in brackets behind it is no part of it.
    static int PhraseEnd(FactText line, int from, int limit)
    {
        var mark = line.Text.AsSpan(from, limit - from).IndexOfAny(",;:.(");
        var end = mark < 0 ? limit : from + mark;
        foreach (var cue in line.CuesIn(new TextSpan(from, end), Cue.Break | Cue.Say | Cue.Held | Cue.Place))
        {
            return line.SkipBlanksBack(cue.Span.Start, from);
        }

        return line.SkipBlanksBack(end, from);
    }
}
