using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Documents that are named, with who issued them where the text tells.</summary>
/// <param name="lawHeads">"Nghị quyết", "Chỉ thị".</param>
/// <param name="issuerHeads">What an issuer's name begins with: "Bộ", "Đại hội".</param>
sealed class LegalReferenceExtractor(WordSet lawHeads, WordSet issuerHeads)
{
    public static LegalReferenceExtractor Load() =>
        new(
            WordSet.Load("vi/law_heads.tsv"),
            new WordSet([
                .. LexiconFile.Read("vi/organization_heads.tsv").Concat(LexiconFile.Read("vi/event_heads.tsv")).Select(entry => entry[0]),
            ])
        );

    public void Extract(FactText line, IReadOnlyList<Actor> actors, List<FactDraft> facts)
    {
        foreach (var law in line.Names.Where(name => name.Type == EntityType.Law && IsNamed(name.Text)))
        {
            var draft = new FactDraft(FactType.LegalReference, line, law.Span, "document-name", 0.85).With(
                FactArguments.Document,
                law.Entity,
                law.Span
            );
            if (IssuerBehind(line, law) is { } behind)
            {
                draft.With(FactArguments.Issuer, behind.Entity, behind.Span);
            }
            else if (IssuerInside(law) is { } inside)
            {
                draft.With(FactArguments.Issuer, inside);
            }
            else if (IssuerBefore(line, actors, law) is { } before)
            {
                draft.With(FactArguments.Issuer, before.Names[0], before.Core);
            }

            facts.Add(draft);
        }
    }

    // "thỏa thuận hợp tác" is a kind, not a name.
    static bool IsNamed(string text) => char.IsUpper(text[0]) || text.Any(letter => char.IsDigit(letter) || char.IsUpper(letter));

    // "Nghị quyết 22 của Bộ Chính trị", "… ngày 5/4/2013 của …".
    static Name? IssuerBehind(FactText line, Name law)
    {
        var body = line.Names.FirstOrDefault(name =>
            name.Span.Start >= law.Span.End && name.Type is EntityType.Organization or EntityType.Event or EntityType.Location
        );
        if (body.Text is null || body.Span.Start - law.Span.End > 40)
        {
            return null;
        }

        var between = line.Folded.AsSpan(law.Span.End, body.Span.Start - law.Span.End);
        return between.TrimEnd().EndsWith("của") && between.IndexOfAny(".;") < 0 && !between.TrimStart().StartsWith(",") ? body : null;
    }

    // "Nghị quyết Đại hội XIII của Đảng", "Chỉ thị của Ban Bí thư về …".
    string? IssuerInside(Name law)
    {
        var folded = Folding.Fold(law.Entity);
        var at = Prefixes.LongestIn(lawHeads, folded);
        if (at == 0 || at == folded.Length)
        {
            return null;
        }

        at += folded.AsSpan(at).StartsWith(" của ") ? " của ".Length : 1;
        if (Prefixes.LongestIn(issuerHeads, folded[at..]) == 0)
        {
            return null;
        }

        var end = IndexOfAny(folded.AsSpan(at), [" về ", " thực hiện ", " triển khai ", " số "]);
        return law.Entity.Substring(at, end < 0 ? law.Entity.Length - at : end);
    }

    static int IndexOfAny(ReadOnlySpan<char> text, string[] words)
    {
        var best = -1;
        foreach (var word in words)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            best = at >= 0 && (best < 0 || at < best) ? at : best;
        }

        return best;
    }

    // "Quốc hội thông qua Luật …", "Chính phủ ban hành Nghị định …".
    static Actor? IssuerBefore(FactText line, IReadOnlyList<Actor> actors, Name law)
    {
        var sentence = line.SentenceAt(law.Span.Start);
        var verb = line.CuesIn(new TextSpan(sentence.Start, law.Span.Start), Cue.Issue).LastOrDefault();
        return verb.Span.Length > 0 && law.Span.Start - verb.Span.End <= 16
            ? Subjects.Of(line, actors, verb.Span.Start, sentence, Cue.Plan | Cue.Issue | Cue.Link)
            : null;
    }
}
