using System.Text;
using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Language.Positions;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Entities;

/// <summary>
/// Lines with marked names and positions: "[Chủ tịch [Hội Ghe|org]|pos] [Lê Văn Sậy|per]"; the marks per, org, loc, event, law, date, pos.
/// </summary>
sealed class MarkedText
{
    MarkedText() { }

    public List<string> Lines { get; } = [];
    public List<FoundName> Names { get; } = [];
    public List<FoundPosition> Positions { get; } = [];

    public static MarkedText Read(params string[] lines)
    {
        var read = new MarkedText();
        foreach (var line in lines)
        {
            read.ReadLine(line);
        }

        return read;
    }

    void ReadLine(string marked)
    {
        var (text, open) = (new StringBuilder(), new Stack<int>());
        var (names, positions) = (new List<FoundName>(), new List<FoundPosition>());
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] == '[')
            {
                open.Push(text.Length);
            }
            else if (marked[at] == '|')
            {
                var close = marked.IndexOf(']', at);
                var span = new TextSpan(open.Pop(), text.Length);
                var (slice, kind) = (text.ToString(span.Start, span.Length), marked[(at + 1)..close]);
                if (kind == "pos")
                {
                    positions.Add(new FoundPosition(Lines.Count, span, slice));
                }
                else
                {
                    names.Add(new FoundName(Lines.Count, span, TypeOf(kind), slice, 1));
                }

                at = close;
            }
            else
            {
                text.Append(marked[at]);
            }
        }

        Lines.Add(text.ToString());
        Names.AddRange(names.OrderBy(name => name.Span.Start));
        Positions.AddRange(positions.OrderBy(position => position.Span.Start));
    }

    static EntityType TypeOf(string kind) =>
        kind switch
        {
            "per" => EntityType.Person,
            "org" => EntityType.Organization,
            "loc" => EntityType.Location,
            "event" => EntityType.Event,
            "law" => EntityType.Law,
            "date" => EntityType.Date,
            _ => throw new ArgumentException($"no mark “{kind}”", nameof(kind)),
        };
}
