using System.Text;
using NewsApi.Language.Documents;

namespace NewsApi.Training.Spans;

/// <summary>
/// Makes other documents of marked ones by exchanging names: persons by persons of another document with as many syllables, places and bodies
/// by others that begin alike. What a name is hardly depends on which it is. Now and then a line comes in capitals.
/// </summary>
sealed class NameExchange
{
    const double Exchanged = 0.6;
    const double InCapitals = 0.04;

    readonly Random random;
    readonly Dictionary<(EntityType, string), List<string>> bank;

    public NameExchange(IReadOnlyList<MarkedDocument> documents, int seed)
    {
        random = new Random(seed);
        bank = documents
            .SelectMany(document => document.Lines)
            .SelectMany(line => line.Mentions.Select(mark => (mark.Type, Text: line.Text[mark.Start..mark.End])))
            .Where(mention => mention.Type is EntityType.Person or EntityType.Location or EntityType.Organization)
            .Select(mention => (Key: (mention.Type!.Value, FormOf(mention.Type!.Value, mention.Text)), mention.Text))
            .Distinct()
            .GroupBy(mention => mention.Key, mention => mention.Text)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    public MarkedDocument Vary(MarkedDocument document)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        return document with { Lines = [.. document.Lines.Select(line => Vary(line, chosen))] };
    }

    MarkedLine Vary(MarkedLine line, Dictionary<string, string> chosen)
    {
        var (text, at) = (new StringBuilder(), 0);
        var moved = new List<(int OldStart, int OldEnd, int NewStart, int NewEnd)>();
        foreach (var mark in line.Mentions)
        {
            text.Append(line.Text, at, mark.Start - at);
            var start = text.Length;
            text.Append(Other(mark.Type!.Value, line.Text[mark.Start..mark.End], chosen));
            moved.Add((mark.Start, mark.End, start, text.Length));
            at = mark.End;
        }

        text.Append(line.Text, at, line.Text.Length - at);
        var varied = random.NextDouble() < InCapitals ? text.ToString().ToUpperInvariant() : text.ToString();
        return new MarkedLine(
            varied,
            [.. line.Mentions.Select((mark, n) => mark with { Start = moved[n].NewStart, End = moved[n].NewEnd })],
            [.. line.Positions.Select(mark => mark with { Start = Move(mark.Start, moved, false), End = Move(mark.End, moved, true) })]
        );
    }

    static int Move(int offset, List<(int OldStart, int OldEnd, int NewStart, int NewEnd)> moved, bool isEnd)
    {
        var shift = 0;
        foreach (var (oldStart, oldEnd, newStart, newEnd) in moved)
        {
            if (offset < oldStart || (isEnd && offset == oldStart))
            {
                break;
            }

            if (offset == oldStart)
            {
                return newStart;
            }

            shift = newEnd - oldEnd;
            if (offset < oldEnd)
            {
                return newEnd;
            }
        }

        return offset + shift;
    }

    // The same name is exchanged by the same one in a whole document.
    string Other(EntityType type, string name, Dictionary<string, string> chosen)
    {
        if (chosen.TryGetValue(name, out var other))
        {
            return other;
        }

        var key = (type, FormOf(type, name));
        other = random.NextDouble() < Exchanged && bank.TryGetValue(key, out var others) ? others[random.Next(others.Count)] : name;
        chosen.Add(name, other);
        return other;
    }

    static string FormOf(EntityType type, string name)
    {
        var syllables = name.Split(' ');
        var isAscii = Ascii.IsValid(name) ? "a" : "v";
        return type switch
        {
            EntityType.Person => $"{syllables.Length}",
            EntityType.Location => char.IsLower(name[0]) ? syllables[0] : $"{isAscii}{Math.Min(syllables.Length, 3)}",
            _ => syllables.Length == 1 ? isAscii : syllables[0].ToUpperInvariant(),
        };
    }
}
