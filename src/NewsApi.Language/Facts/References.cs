using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Who was named so far, for those who are spoken of without a name: "bà", "công ty", "hai Bộ trưởng", "hai nước".</summary>
/// <param name="numberWords">"hai", "ba".</param>
sealed class References(WordSet numberWords)
{
    static readonly WordSet Several = new(["các", "những", "nhiều", "mỗi", "mọi", "một số", "một", "từng", "số"]);

    readonly List<Actor> subjects = [];
    readonly Dictionary<string, bool> isFemale = new(StringComparer.Ordinal);
    readonly List<(string Folded, string Name)> bodies = [];
    readonly List<(string Title, string Person)> titles = [];
    readonly Dictionary<int, IReadOnlyList<string>> together = [];
    IReadOnlyList<string> both = [];

    /// <summary>The two that the text is about; fewer where it names fewer.</summary>
    public IReadOnlyList<string> States { get; private set; } = [];

    public void NoteSubject(Actor subject) => subjects.Add(subject);

    public void NoteBody(string name) => bodies.Add((Folding.Fold(name), name));

    /// <summary>Bodies that are named in a row, for "ba cơ quan" later on.</summary>
    public void NoteBodies(IReadOnlyList<string> names) => together[names.Count] = names;

    /// <summary>So many bodies as were last named together.</summary>
    public IReadOnlyList<string>? BodiesOf(int count) => together.GetValueOrDefault(count);

    static readonly string[] FromTwo = ["hai", "ba", "bốn", "năm", "sáu", "bảy"];

    /// <summary>The number that ends before a place, and where it begins: "ba" before "cơ quan".</summary>
    public static (int Start, int Count)? CountBefore(FactText line, int at)
    {
        var end = line.SkipBlanksBack(at);
        var word = line.WordBefore(end).ToString();
        var index = Array.IndexOf(FromTwo, word);
        return index >= 0 ? (end - word.Length, index + 2) : null;
    }

    /// <summary>Whoever meets, for "hai bên" later on.</summary>
    public void Remember(IReadOnlyList<string> participants) => both = participants.Count == 2 ? participants : both;

    /// <summary>What the whole document tells, for who is spoken of before being named.</summary>
    public void Prepare(IReadOnlyList<FactText> lines)
    {
        foreach (var position in lines.SelectMany(line => line.Positions).Where(position => position.Person is not null))
        {
            titles.Add((Folding.Fold(position.Text), position.Person!));
        }

        var names = lines.SelectMany(line => line.Names).ToList();
        foreach (var person in names.Where(name => name.Type == EntityType.Person).Select(name => name.Entity).Distinct())
        {
            if (person.Contains(" Thị ", StringComparison.Ordinal) || person.Contains(" Văn ", StringComparison.Ordinal))
            {
                isFemale.TryAdd(person, person.Contains(" Thị ", StringComparison.Ordinal));
            }
        }

        States =
        [
            .. names
                .Where(name => name.IsCountry)
                .GroupBy(name => name.Entity)
                .OrderByDescending(group => group.Count())
                .Take(2)
                .Select(group => group.Key),
        ];
    }

    public void NoteSex(FactText line, int start, Name name)
    {
        foreach (var (word, female) in new[] { ("bà", true), ("ông", false), ("cô", true), ("chị", true), ("anh", false) })
        {
            if (line.EndsWith(line.SkipBlanksBack(name.Span.Start), word) || line.StartsWith(start, word))
            {
                isFemale[name.Entity] = female;
            }
        }
    }

    /// <summary>"ba cơ quan", "các trường" are several, and none of them was named alone.</summary>
    public bool IsCounted(FactText line, int at)
    {
        var end = line.SkipBlanksBack(at);
        return line.WordBefore(end) is { Length: > 0 } word && (Several.Contains(word) || numberWords.Contains(word))
            || (end > 0 && char.IsDigit(line.Text[end - 1]));
    }

    /// <summary>"hai Bộ trưởng": the two who hold such a title; else those who met.</summary>
    public IReadOnlyList<string> BothOf(ReadOnlySpan<char> words)
    {
        var title = words[(words.IndexOf(' ') + 1)..].ToString();
        List<string> holders =
        [
            .. titles.Where(held => held.Title.StartsWith(title, StringComparison.Ordinal)).Select(held => held.Person).Distinct(),
        ];
        return holders.Count == 2 ? holders : both;
    }

    /// <summary>The last that was named with this kind of name: "công ty" for "Công ty X"; "cơ quan này" for any.</summary>
    /// <param name="noun">Folded.</param>
    public string? BodyOf(ReadOnlySpan<char> noun)
    {
        noun = noun.StartsWith("nhà ") ? noun[4..] : noun;
        noun = noun.EndsWith(" này") ? noun[..^4] : noun;
        var isAny = noun is "cơ quan" or "đơn vị" or "tổ chức" or "hãng" or "doanh nghiệp";
        for (var i = bodies.Count - 1; i >= 0; i--)
        {
            if (isAny || bodies[i].Folded.AsSpan().StartsWith(noun))
            {
                return bodies[i].Name;
            }
        }

        return null;
    }

    /// <summary>Who the sentence began with, else who the last sentences were about.</summary>
    /// <param name="before">Who is named before the pronoun in its sentence.</param>
    public string? Whom(ReadOnlySpan<char> pronoun, List<Actor> before)
    {
        bool? female =
            pronoun.StartsWith("bà") || pronoun.StartsWith("chị") || pronoun.StartsWith("cô") || pronoun.StartsWith("nữ") ? true
            : pronoun.StartsWith("ông") || pronoun.StartsWith("anh") ? false
            : null;
        bool Fits(Actor actor) =>
            actor.Kind == ActorKind.Person
            && actor.Names.Count == 1
            && (female is null || isFemale.GetValueOrDefault(actor.Names[0], female.Value) == female);
        var own = before.FirstOrDefault(Fits);
        return (own ?? subjects.LastOrDefault(Fits))?.Names[0];
    }
}
