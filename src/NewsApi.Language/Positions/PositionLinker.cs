using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Positions;

/// <summary>
/// Ties positions to persons: a list of positions before a name ("Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban … Nguyễn Văn A"), or
/// behind it ("ông A, Giám đốc …", "A (Chủ tịch …)", "A làm Bí thư"). What stands alone is the person's who was named with such a title last.
/// </summary>
sealed class PositionLinker(WordSet honorifics, WordSet modifiers)
{
    static readonly string[] Joins = [",", "và", "kiêm", "-", "–", "đồng thời là", "kiêm nhiệm", ", đồng thời là", ", kiêm"];

    // "các Phó Bí thư là bà A", "bổ nhiệm Phó Thủ tướng đối với ông A".
    static readonly string[] Bridges = ["mới là", "hiện là", "là", "đối với", "mới"];

    // With these words a title is said of whoever was named last.
    static readonly string[] Predicates =
    [
        "từng là",
        "đang là",
        "vốn là",
        "hiện là",
        "là",
        "từng làm",
        "làm",
        "giữ chức",
        "giữ chức vụ",
        "giữ cương vị",
        "giữ ghế",
        "giữ vai trò",
        "rời ghế",
        "rời chức",
        "rời cương vị",
        "ở ghế",
        "vào ghế",
        "thôi chức",
        "thôi giữ chức",
        "trên cương vị",
        "với tư cách",
        "trong vai trò",
        "với vai trò",
        "bầu làm",
        "bổ nhiệm làm",
        "cử làm",
        "bầu giữ chức",
        "nhậm chức",
        "trở thành",
    ];
    static readonly string[] Severals = ["các", "những", "hai", "ba", "bốn", "năm", "sáu", "các đồng chí", "các ông", "các bà"];
    static readonly string[] Appositions =
    [
        ",",
        "-",
        "–",
        "(",
        "là",
        "làm",
        "giữ chức",
        "giữ chức vụ",
        "giữ cương vị",
        "với tư cách",
        "trên cương vị",
        "được bầu làm",
        "được bổ nhiệm làm",
        "được bổ nhiệm",
        "được bổ nhiệm giữ chức",
        "được bổ nhiệm giữ chức vụ",
        "được bầu giữ chức",
        "được bầu giữ chức vụ",
        "hiện là",
        ", hiện là",
        "nguyên là",
        "đang là",
        "vốn là",
        ", là",
        "thôi giữ chức",
        "thôi giữ chức vụ",
        "trở thành",
        "tiếp tục giữ chức",
        "tái đắc cử",
        "đắc cử",
        "nhậm chức",
        "trúng cử chức",
    ];

    public static PositionLinker Load() => new(WordSet.Load("vi/honorifics.tsv"), WordSet.Load("vi/position_modifiers.tsv"));

    /// <param name="lines">Texts of the content lines.</param>
    /// <param name="names">All of the document's, in its order.</param>
    /// <param name="positions">In the order of the document. A title of several names becomes one position for each.</param>
    public void Link(
        IReadOnlyList<string> lines,
        IReadOnlyList<FoundName> names,
        List<FoundPosition> positions,
        CancellationToken cancellation
    )
    {
        var namesByLine = names.ToLookup(name => name.Line);
        var byLine = positions.GroupBy(position => position.Line).ToList();
        positions.Clear();
        foreach (var found in byLine)
        {
            cancellation.ThrowIfCancellationRequested();
            LinkLine(
                Folding.Fold(lines[found.Key]),
                [.. namesByLine[found.Key]],
                [.. found.Select(position => position.WithoutAbbreviation()).SelectMany(position => position.Posts())],
                positions
            );
        }

        var holders = new HolderSearch(positions, modifiers);
        for (var i = 0; i < positions.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            positions[i].Organization ??= BodyInside(positions[i], namesByLine[positions[i].Line]);
            holders.Complete(i);
        }

        ShareBodies(positions, cancellation);
    }

    // The positions of one line, and further ones where a title is that of several names.
    void LinkLine(string folded, List<FoundName> names, List<FoundPosition> found, List<FoundPosition> positions)
    {
        var persons = names.Where(name => name.Type == EntityType.Person).ToList();
        found.RemoveAll(position => IsOfABody(folded, position, persons));
        LinkInLine(folded, persons, found, names);
        List<FoundPosition> linked = [.. found.SelectMany(position => OfFurtherNames(folded, position, persons).Prepend(position))];
        foreach (var position in linked.Where(position => position.Person is null))
        {
            position.Person = SubjectOf(folded, position, linked, names);
        }

        positions.AddRange(linked);
    }

    void LinkInLine(string folded, List<FoundName> persons, List<FoundPosition> positions, List<FoundName> names)
    {
        // From the end: a list's last position stands before the name, and the others before it.
        for (var i = positions.Count - 1; i >= 0; i--)
        {
            var end = positions[i].Span.End;
            var person = persons.FirstOrDefault(name => name.Span.Start >= end);
            if (person is not null && StandsBefore(folded, positions[i], person, names))
            {
                positions[i].Person = person.Name;
            }
            else if (i + 1 < positions.Count && positions[i + 1].Person is { } next && IsJoined(folded, positions[i], positions[i + 1]))
            {
                var after = persons.FirstOrDefault(name => name.Span.Start >= positions[i + 1].Span.End);
                positions[i].Person = after?.Name == next ? next : null;
            }
        }

        for (var i = 0; i < positions.Count; i++)
        {
            if (positions[i].Person is not null)
            {
                continue;
            }

            var person = persons.LastOrDefault(name => name.Span.End <= positions[i].Span.Start);
            if (person is not null && StandsBehind(folded, person, positions[i]))
            {
                positions[i].Person = person.Name;
            }
            else if (i > 0 && positions[i - 1].Person is { } before && IsJoined(folded, positions[i - 1], positions[i]))
            {
                // The list goes on: "A, Bí thư X, Chủ tịch Y".
                positions[i].Person = person?.Name == before ? before : null;
            }
        }

        foreach (var position in positions.Where(position => position.Person is null))
        {
            var behind = persons.FirstOrDefault(name => name.Span.Start >= position.Span.End);
            position.Person = behind is not null && IsApposition(folded, position, behind, names) ? behind.Name : null;
        }
    }

    // "Công ty là thành viên Hiệp hội X": no post, as nobody is named in the sentence before.
    static bool IsOfABody(string folded, FoundPosition position, List<FoundName> persons)
    {
        var before = folded.AsSpan(0, position.Span.Start).TrimEnd();
        if (!IsMember(position.Folded) || !(before.EndsWith(" là") || before.EndsWith(" thành") || before.EndsWith(" làm")))
        {
            return false;
        }

        var sentence = folded.LastIndexOf(". ", Math.Max(0, position.Span.Start - 1), StringComparison.Ordinal);
        return !persons.Exists(name => name.Span.Start > sentence && name.Span.End <= position.Span.Start)
            && !before[(sentence + 1)..].TrimStart(". ").StartsWith("ông ")
            && !before[(sentence + 1)..].TrimStart(". ").StartsWith("bà ");
    }

    static bool IsMember(string title) => Array.Exists(Members, member => title.StartsWith(member, StringComparison.Ordinal));

    static readonly string[] Members =
    [
        "thành viên hiệp hội",
        "thành viên của hiệp hội",
        "hội viên",
        "thành viên liên minh",
        "thành viên hội ",
        "thành viên của ",
    ];

    // "Ông A từng là Giám đốc …": the last person in the line before a verb that gives the title; and for a list of titles the same.
    static string? SubjectOf(string folded, FoundPosition position, List<FoundPosition> positions, List<FoundName> names)
    {
        var before = folded.AsSpan(0, position.Span.Start).TrimEnd().Length;
        if (Array.Exists(Predicates, verb => EndsWithWord(folded, before, verb)))
        {
            return names.LastOrDefault(name => name.Type == EntityType.Person && name.Span.End <= position.Span.Start)?.Name;
        }

        var previous = positions.LastOrDefault(other => other.Span.End <= position.Span.Start);
        return previous?.Person is not null && folded[previous.Span.End..position.Span.Start].Trim() is "," or "và" or ", và"
            ? previous.Person
            : null;
    }

    // "các Phó Chủ nhiệm A, B và C": names in a row behind a title that is said to be that of several.
    static IEnumerable<FoundPosition> OfFurtherNames(string folded, FoundPosition position, List<FoundName> persons)
    {
        var before = folded.AsSpan(0, position.Span.Start).TrimEnd().Length;
        var first = persons.FindIndex(name => name.Span.Start >= position.Span.End);
        if (first < 0 || persons[first].Name != position.Person || !Severals.Any(word => EndsWithWord(folded, before, word)))
        {
            yield break;
        }

        for (var i = first + 1; i < persons.Count; i++)
        {
            var between = folded[persons[i - 1].Span.End..persons[i].Span.Start].Trim();
            if (between is not ("," or "và" or ", và"))
            {
                yield break;
            }

            yield return position with
            {
                Person = persons[i].Name,
            };
        }
    }

    static bool EndsWithWord(string text, int end, string word) =>
        text.AsSpan(0, end).EndsWith(word) && (end == word.Length || text[end - word.Length - 1] == ' ');

    // Nothing between them but honorifics, and what belongs to the title: the country between a title and a name.
    bool StandsBefore(string folded, FoundPosition position, FoundName person, List<FoundName> names)
    {
        var (from, to) = (position.Span.End, person.Span.Start);
        if (to - from > 60)
        {
            return false;
        }

        var between = folded[from..to].ToCharArray();
        foreach (var name in names.Where(name => name.Span.Start >= from && name.Span.End <= to))
        {
            if (name.Type is EntityType.Organization or EntityType.Location)
            {
                between.AsSpan(name.Span.Start - from, name.Span.Length).Fill(' ');
            }
        }

        var words = WithoutBracket(new string(between).AsSpan().Trim()).Trim(':').Trim();
        foreach (var bridge in Bridges)
        {
            if (words.StartsWith(bridge) && (words.Length == bridge.Length || words[bridge.Length] == ' '))
            {
                words = words[bridge.Length..].Trim();
                break;
            }
        }

        return IsHonorific(words);
    }

    // "Giám đốc bệnh viện, bác sĩ A, nói": a title that opens its clause, a comma, an honorific and the name between commas.
    bool IsApposition(string folded, FoundPosition position, FoundName person, List<FoundName> names)
    {
        var before = folded.AsSpan(0, position.Span.Start).TrimEnd();
        var isOpening =
            before.IsEmpty || before[^1] is '.' or '!' or '?' or ';' or '”' or '"' || before.EndsWith("theo") || before.EndsWith(" và");
        var (from, to) = (position.Span.End, person.Span.Start);
        if (!isOpening || to - from > LongestApposition)
        {
            return false;
        }

        var comma = folded.IndexOf(',', from, to - from);
        if (comma < 0 || !IsInside(from, comma, names, folded))
        {
            return false;
        }

        var words = folded.AsSpan(comma + 1, to - comma - 1).Trim();
        return !words.IsEmpty && IsHonorific(words);
    }

    const int LongestApposition = 60;

    // "của quỹ", "của công ty này".
    const int MostOfBody = 3;

    // Between the title and the comma stands nothing but where it is held: "Điều phối viên Liên hợp quốc tại Kathmandu, bà A".
    static bool IsInside(int from, int to, List<FoundName> names, string folded)
    {
        var between = folded[from..to].ToCharArray();
        foreach (var name in names.Where(name => name.Span.Start >= from && name.Span.End <= to))
        {
            between.AsSpan(name.Span.Start - from, name.Span.Length).Fill(' ');
        }

        var words = WithoutBracket(new string(between).AsSpan().Trim()).Trim();
        return words is "" or "tại" or "ở" or "phụ trách" or "của" || (words.StartsWith("của ") && words.Count(' ') <= MostOfBody);
    }

    // "Hiệp hội Thủy sản (VASEP)".
    static ReadOnlySpan<char> WithoutBracket(ReadOnlySpan<char> words) =>
        words.StartsWith("(") && words.IndexOf(')') is var close and > 0 && close <= LongestBracket ? words[(close + 1)..].Trim() : words;

    const int LongestBracket = 40;

    bool IsHonorific(ReadOnlySpan<char> words)
    {
        while (!words.IsEmpty)
        {
            var taken = 0;
            for (var length = words.Length; length > 0 && taken == 0; length--)
            {
                var isWhole = length == words.Length || words[length] == ' ';
                taken = isWhole && (honorifics.Contains(words[..length]) || modifiers.Contains(words[..length])) ? length : 0;
            }

            if (taken == 0)
            {
                return false;
            }

            words = words[taken..].Trim();
        }

        return true;
    }

    bool IsJoined(string folded, FoundPosition first, FoundPosition second)
    {
        var between = folded.AsSpan(first.Span.End, Math.Max(0, second.Span.Start - first.Span.End)).Trim();
        return between.IsEmpty || Matches(Joins, between) || modifiers.Contains(between.TrimStart(", "));
    }

    bool StandsBehind(string folded, FoundName person, FoundPosition position)
    {
        if (position.Span.Start - person.Span.End > 60)
        {
            return false;
        }

        var between = folded.AsSpan(person.Span.End, position.Span.Start - person.Span.End).Trim();
        if (between.StartsWith("("))
        {
            // "A (sinh năm 1970), Giám đốc …".
            var close = between.IndexOf(')');
            between = close > 0 ? between[(close + 1)..].Trim() : between;
        }

        between = WithoutAge(between);
        return Matches(Appositions, between) || (between.StartsWith(",") && modifiers.Contains(between[1..].Trim()));
    }

    // "A, 54 tuổi, Giám đốc …", "A, sinh năm 1970, Giám đốc …", "A, quê Nghệ An, Giám đốc …".
    static ReadOnlySpan<char> WithoutAge(ReadOnlySpan<char> between)
    {
        if (!between.StartsWith(", "))
        {
            return between;
        }

        var aside = between[2..];
        var comma = aside.IndexOf(',');
        return
            comma > 0
            && (aside[..comma].EndsWith(" tuổi") || aside.StartsWith("sinh ") || aside.StartsWith("sn ") || aside.StartsWith("quê "))
            ? aside[comma..]
            : between;
    }

    static bool Matches(string[] phrases, ReadOnlySpan<char> text)
    {
        foreach (var phrase in phrases)
        {
            if (text.SequenceEqual(phrase))
            {
                return true;
            }
        }

        return false;
    }

    static string? BodyInside(FoundPosition position, IEnumerable<FoundName> names) =>
        names
            .Where(name => name.Type == EntityType.Organization && position.Span.Contains(name.Span))
            .Select(name => name.Name)
            .FirstOrDefault();

    // A title without its body has that of the same person's same title elsewhere.
    static void ShareBodies(List<FoundPosition> positions, CancellationToken cancellation)
    {
        foreach (
            var held in positions
                .Where(position => position.Person is not null)
                .GroupBy(position => position.Person, StringComparer.Ordinal)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            ShareBodies([.. held]);
        }
    }

    // Of one person. A title that got its body gives it on.
    static void ShareBodies(List<FoundPosition> held)
    {
        if (!held.Exists(position => position.Organization is not null))
        {
            return;
        }

        foreach (var position in held.Where(position => position.Organization is null))
        {
            position.Organization = held.Find(other =>
                other.Organization is not null && other.Folded.StartsWith(position.Folded, StringComparison.Ordinal)
            )?.Organization;
        }
    }
}
