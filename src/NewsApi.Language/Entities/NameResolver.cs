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
    public void Resolve(IReadOnlyList<string> lines, IReadOnlyList<FoundName> names, CancellationToken cancellation)
    {
        RestoreCapitals(names);
        PersonNames.Resolve([.. names.Where(name => name.Type == EntityType.Person)], known, cancellation);
        var abbreviations = Abbreviations(lines, names);
        var longer = new LongerNames(names, IsShortOf);
        for (var i = 0; i < names.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = names[i];
            if (name.Type is EntityType.Organization or EntityType.Location or EntityType.Event or EntityType.Law)
            {
                name.Name =
                    abbreviations.GetValueOrDefault((name.Type, name.Folded))
                    ?? abbreviations.GetValueOrDefault((EntityType.Person, name.Folded))
                    ?? (name.Type == EntityType.Location ? known.FullNameOfPlace(name.Name) : longer.Find(i))
                    ?? name.Name;
            }
        }

        ElidedPlaces.Complete(lines, names, known, cancellation);
        RestoreFirstCapitals(names);
    }

    // "ban Tổ chức" has the capital that the same name has elsewhere.
    static void RestoreFirstCapitals(IReadOnlyList<FoundName> names)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name.Type == EntityType.Organization && char.IsUpper(name.Text[0])))
        {
            written.TryAdd(name.Folded, name.Text);
        }

        foreach (var name in names.Where(name => name.Type == EntityType.Organization && char.IsLower(name.Name[0])))
        {
            name.Name = written.GetValueOrDefault(name.Folded) ?? name.Name;
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

    bool IsShortOf(FoundName shorter, FoundName longer, bool isNamedBefore)
    {
        if (longer.Folded.Length <= shorter.Folded.Length)
        {
            return false;
        }

        // A body that is whole as it stands is not short for one that it is a part of ("Quốc hội", "Văn phòng Quốc hội"; "Quốc hội Lào").
        if (longer.Folded.StartsWith(shorter.Folded + " ", StringComparison.Ordinal))
        {
            var rest = longer.Text.AsSpan(Math.Min(shorter.Text.Length + 1, longer.Text.Length));
            if (rest.IsEmpty || rest.StartsWith("và "))
            {
                return false;
            }

            // A head alone ("Hội", "Sở") is short for what was named before, and a longer name for one with a place behind it.
            return !shorter.Folded.Contains(' ', StringComparison.Ordinal) ? isNamedBefore
                : known.IsBody(shorter.Folded) ? ElidedPlaces.StartsWithArea(rest)
                : shorter.Type == EntityType.Organization && StartsAnew(rest);
        }

        return shorter.Type == EntityType.Organization
            && IsPartOf(shorter, longer)
            && !known.IsBody(shorter.Folded)
            && !known.IsOrgan(longer.Folded[..^(shorter.Folded.Length + 1)]);
    }

    static bool StartsAnew(ReadOnlySpan<char> rest) => char.IsUpper(rest[0]) || ElidedPlaces.StartsWithArea(rest);
}
