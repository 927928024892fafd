using NewsApi.Language.Documents;

namespace NewsApi.Language.Entities;

/// <summary>
/// Gives each mention of a document its canonical name: the full name that the document itself gives a person, what an abbreviation in
/// brackets stands for, the name that the lexicon knows. What cannot be told keeps its text.
/// </summary>
sealed class NameResolver(KnownNames known)
{
    /// <param name="lines">Texts of the content lines.</param>
    /// <param name="names">In the order of the document.</param>
    public void Resolve(IReadOnlyList<string> lines, IReadOnlyList<FoundName> names)
    {
        RestoreCapitals(names);
        PersonNames.Resolve([.. names.Where(name => name.Type == EntityType.Person)], known);
        var abbreviations = Abbreviations(lines, names);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (name.Type is EntityType.Organization or EntityType.Location or EntityType.Event or EntityType.Law)
            {
                name.Name =
                    abbreviations.GetValueOrDefault((name.Type, name.Folded))
                    ?? abbreviations.GetValueOrDefault((EntityType.Person, name.Folded))
                    ?? known.FullName(name.Type, name.Name)
                    ?? (name.Type == EntityType.Location ? null : LongerName(names, i))
                    ?? name.Name;
            }
        }
    }

    // A line in capitals gives names the capitals they have elsewhere, or one for each syllable.
    static void RestoreCapitals(IReadOnlyList<FoundName> names)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name.Type.IsNamed() && !IsInCapitals(name.Text)))
        {
            written.TryAdd(name.Folded, name.Text);
        }

        foreach (var name in names.Where(name => name.Type.IsNamed() && IsInCapitals(name.Text)))
        {
            name.Name =
                written.GetValueOrDefault(name.Folded)
                ?? (name.Type is EntityType.Person or EntityType.Location ? CapitalPerSyllable(name.Text) : name.Text);
        }
    }

    // "NGUYỄN VĂN A", not "WHO": several syllables, and one of them no abbreviation.
    static bool IsInCapitals(string text) =>
        text.Contains(' ', StringComparison.Ordinal) && !text.Any(char.IsLower) && text.Split(' ').Any(word => word.Length > 1);

    static string CapitalPerSyllable(string text) =>
        string.Join(' ', text.Split(' ').Select(word => word.Length > 1 ? word[..1] + word[1..].ToLowerInvariant() : word));

    // "Ngân hàng Thế giới (WB)", "VFF (Liên đoàn Bóng đá Việt Nam)". Persons' place in the key stands for all types.
    static Dictionary<(EntityType, string), string> Abbreviations(IReadOnlyList<string> lines, IReadOnlyList<FoundName> names)
    {
        var found = new Dictionary<(EntityType, string), string>();
        for (var i = 0; i + 1 < names.Count; i++)
        {
            var (name, next) = (names[i], names[i + 1]);
            if (name.Line != next.Line || name.Type == EntityType.Person || next.Type == EntityType.Person || !name.Type.IsNamed())
            {
                continue;
            }

            var between = lines[name.Line].AsSpan(name.Span.End, next.Span.Start - name.Span.End).Trim();
            var isClosed = next.Span.End < lines[name.Line].Length && lines[name.Line][next.Span.End] == ')';
            if (between is not "(" || !isClosed || !next.Type.IsNamed())
            {
                continue;
            }

            var (shorter, longer) =
                IsAbbreviation(next.Text) ? (next, name)
                : IsAbbreviation(name.Text) ? (name, next)
                : (next, name);
            if (shorter.Text.Length < longer.Text.Length && (IsAbbreviation(shorter.Text) || IsPartOf(shorter, longer)))
            {
                found.TryAdd((shorter.Type, shorter.Folded), longer.Name);
                found.TryAdd((EntityType.Person, shorter.Folded), longer.Name);
            }
        }

        return found;
    }

    static bool IsAbbreviation(string text) =>
        text.Length <= 12 && text.Count(char.IsUpper) >= 2 && !text.Contains(' ', StringComparison.Ordinal);

    static bool IsPartOf(FoundName shorter, FoundName longer) => longer.Folded.EndsWith(" " + shorter.Folded, StringComparison.Ordinal);

    // "Tỉnh ủy" for "Tỉnh ủy Lào Cai", "Vạn Thịnh Phát" for "Tập đoàn Vạn Thịnh Phát": the last such name before, or the first behind.
    static string? LongerName(IReadOnlyList<FoundName> names, int at)
    {
        FoundName? best = null;
        for (var i = 0; i < names.Count; i++)
        {
            if (i != at && (i < at || best is null) && names[i].Type == names[at].Type && IsShortOf(names[at], names[i]))
            {
                best = i < at || best is null ? names[i] : best;
            }
        }

        return best?.Name;
    }

    static bool IsShortOf(FoundName shorter, FoundName longer) =>
        longer.Folded.Length > shorter.Folded.Length
        && (
            IsPartOf(shorter, longer)
            || (
                shorter.Folded.Contains(' ', StringComparison.Ordinal)
                && longer.Folded.StartsWith(shorter.Folded + " ", StringComparison.Ordinal)
                && !longer.Folded.AsSpan(shorter.Folded.Length + 1).StartsWith("và ")
            )
        );
}
