using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>
/// Who said what: subject, verb and content; a quotation with its speaker before, behind or inside; "Theo A, …"; "A: …" in a box; a
/// quotation that goes on in the next paragraph. A sentence without an attribution of its own is nobody's statement.
/// </summary>
sealed class StatementExtractor
{
    const int FewestWords = 2;
    const int LongestAside = 90;
    const Cue Verbs = Cue.Say | Cue.Judge | Cue.Quote;

    // Who spoke last, for quotations without a speaker.
    Actor? last;
    bool isOpen;

    public void Extract(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        if (line.Role is LineRole.Heading or LineRole.Caption)
        {
            return;
        }

        if (FindBox(line, actors, facts))
        {
            isOpen = line.Quotes.Any(quote => quote.IsOpen);
            return;
        }

        var used = new List<Quotation>();
        foreach (var part in Parts(line))
        {
            new StatementReader(line, actors, part, used, facts).Read();
        }

        AddUnattributed(line, used, facts);
        last = facts.LastOrDefault(fact => fact.Line == line && fact.Type == FactType.Statement) is { } fact ? SpeakerOf(fact) : last;
        isOpen = line.Quotes.Any(quote => quote.IsOpen);
    }

    static Actor? SpeakerOf(FactDraft fact) =>
        fact[FactArguments.Speaker] is { } speaker ? new Actor(fact.Span, ActorKind.Person, [speaker]) : null;

    /// <summary>Sentences; those that one quotation runs over are one part.</summary>
    static IEnumerable<TextSpan> Parts(FactText line)
    {
        for (var i = 0; i < line.Sentences.Count; i++)
        {
            var part = line.Sentences[i];
            while (i + 1 < line.Sentences.Count && line.Quotes.Any(quote => quote.Whole.Start < part.End && quote.Whole.End > part.End))
            {
                part = new TextSpan(part.Start, line.Sentences[++i].End);
            }

            yield return part;
        }
    }

    // "Chủ tịch Hội A Nguyễn Văn B: …".
    static bool FindBox(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        var speaker = actors.Count > 0 ? actors[0] : null;
        if (speaker is null || speaker.Kind != ActorKind.Person || speaker.Span.Start > 1 || speaker.Span.End >= line.Text.Length)
        {
            return false;
        }

        var colon = ColonBehind(line, speaker.Span.End);
        if (colon < 0)
        {
            return false;
        }

        var content = line.Trim(new TextSpan(colon + 1, line.Text.Length), line.Role == LineRole.Title ? "“”\"" : "“”\".…");
        if (Words(line, content) < 3)
        {
            return false;
        }

        foreach (var name in speaker.Names)
        {
            facts.Add(
                new FactDraft(FactType.Statement, line, content, "name-colon", 0.9)
                    .With(FactArguments.Speaker, name, speaker.Core)
                    .With(FactArguments.Content, content)
                    .With(FactArguments.Direct, "true")
            );
        }

        return true;
    }

    // Right behind the name, or behind what is said of the person between commas or in brackets.
    static int ColonBehind(FactText line, int at)
    {
        at = line.SkipBlanks(at, line.Text.Length);
        if (at < line.Text.Length && line.Text[at] == ':')
        {
            return at;
        }

        var colon = line.Text.IndexOf(':', at);
        var between = colon < 0 || colon - at > LongestAside ? default : new TextSpan(at, colon);
        return
            between.Length > 1
            && line.Text[at] is ',' or '(' or '-' or '–'
            && line.Text.AsSpan(at, between.Length).IndexOfAny(".;“\"?!") < 0
            && !line.CuesIn(between, Verbs).Any()
            ? colon
            : -1;
    }

    // A quotation alone is said by who spoke last: in the same paragraph, or where the last paragraph's quotation goes on.
    void AddUnattributed(FactText line, List<Quotation> used, List<FactDraft> facts)
    {
        foreach (var quote in line.Quotes.Where(quote => !used.Contains(quote)))
        {
            var alone =
                line.SentenceAt(quote.Whole.Start).Start == quote.Whole.Start && (quote.IsOpen || EndsSentence(line, quote.Whole.End));
            var own = facts.LastOrDefault(fact =>
                fact.Line == line && fact.Type == FactType.Statement && fact.Span.Start < quote.Whole.Start
            );
            var next = facts.FirstOrDefault(fact =>
                fact.Line == line && fact.Type == FactType.Statement && fact.Span.Start >= quote.Whole.End
            );
            var speaker =
                own is not null ? SpeakerOf(own)
                : next is not null ? SpeakerOf(next)
                : last;
            if (
                alone
                && speaker is not null
                && (own is not null || next is not null || quote.Whole.Start <= 1 || isOpen)
                && line.Role is LineRole.Paragraph or LineRole.PullQuote
            )
            {
                facts.Add(
                    new FactDraft(FactType.Statement, line, quote.Inner, "quotation-alone", 0.6)
                        .With(FactArguments.Speaker, speaker.Names[0])
                        .With(FactArguments.Content, line.Trim(quote.Inner, ".,…"))
                        .With(FactArguments.Direct, "true")
                );
            }
        }
    }

    static bool EndsSentence(FactText line, int at) =>
        line.SkipBlanks(at, line.Text.Length) >= line.Text.Length || line.Text[at - 2] is '.' or '!' or '?' or '…' || line.Text[at] == '.';

    public static int Words(FactText line, TextSpan part)
    {
        var words = 0;
        for (var at = part.Start; at < part.End; at++)
        {
            words += char.IsLetterOrDigit(line.Text[at]) && (at == part.Start || !char.IsLetterOrDigit(line.Text[at - 1])) ? 1 : 0;
        }

        return words;
    }

    public static bool IsVerb(CueMatch cue) => (cue.Cue & Verbs) != 0;

    public static bool HasContent(FactText line, TextSpan content) => Words(line, content) >= FewestWords;
}
