using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Language.Mentions;

namespace NewsApi.Training.Spans;

/// <summary>How many gold spans of held-out documents a model finds: same ends, same type.</summary>
static class SpanScores
{
    public static void Print(
        IReadOnlyList<MarkedDocument> documents,
        MentionExamples examples,
        SpanModel mentions,
        SpanModel positions,
        bool errors
    )
    {
        var counts = new int[EntityTypes.All.Count + 1, 3];
        var finder = examples.Finder(mentions, positions);
        foreach (var document in documents)
        {
            var found = finder.Find([.. document.Lines.Select(line => line.Text)], CancellationToken.None);
            for (var n = 0; n < found.Count; n++)
            {
                var line = document.Lines[n];
                Count(
                    counts,
                    line.Mentions,
                    found[n].Mentions,
                    found[n].Text,
                    mark => (int)mark.Type!.Value,
                    errors ? document.Name : null
                );
                var positionsAsMarks = found[n].Positions.Select(span => span with { Label = EntityTypes.All.Count }).ToList();
                Count(counts, line.Positions, positionsAsMarks, found[n].Text, _ => EntityTypes.All.Count, errors ? document.Name : null);
            }
        }

        var (all, macro) = (0.0, 0.0);
        var total = new int[3];
        for (var label = 0; label <= EntityTypes.All.Count; label++)
        {
            var f1 = F1(counts[label, 0], counts[label, 1], counts[label, 2]);
            var name = label < EntityTypes.All.Count ? EntityTypes.All[label].Name() : "POSITION";
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -13} {f1:F4} right {counts[label, 0]} found {counts[label, 1]} gold {counts[label, 2]}"
                )
            );
            if (label < EntityTypes.All.Count)
            {
                macro += f1 / EntityTypes.All.Count;
                (total[0], total[1], total[2]) = (total[0] + counts[label, 0], total[1] + counts[label, 1], total[2] + counts[label, 2]);
            }
        }

        all = F1(total[0], total[1], total[2]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mentions F1 {all:F4}, macro {macro:F4}"));
    }

    static void Count(
        int[,] counts,
        IReadOnlyList<Mark> gold,
        IReadOnlyList<FoundSpan> found,
        MentionText text,
        Func<Mark, int> labelOf,
        string? name
    )
    {
        var expected = gold.Select(mark => (mark.Start, mark.End, Label: labelOf(mark))).ToHashSet();
        var got = found
            .Select(span => (text.SpanOf(span.Start, span.Length).Start, text.SpanOf(span.Start, span.Length).End, span.Label))
            .ToHashSet();
        foreach (var (_, _, label) in got)
        {
            counts[label, 1]++;
        }

        foreach (var span in expected)
        {
            counts[span.Label, 2]++;
            counts[span.Label, 0] += got.Contains(span) ? 1 : 0;
        }

        if (name is not null)
        {
            foreach (var (start, end, label) in expected.Except(got).Order())
            {
                Console.WriteLine(
                    $"missed\t{label}\t{text.Text[start..end]}\t…{text.Text[Math.Max(0, start - 30)..Math.Min(text.Text.Length, end + 25)]}…"
                );
            }

            foreach (var (start, end, label) in got.Except(expected).Order())
            {
                Console.WriteLine(
                    $"extra\t{label}\t{text.Text[start..end]}\t…{text.Text[Math.Max(0, start - 30)..Math.Min(text.Text.Length, end + 25)]}…"
                );
            }
        }
    }

    static double F1(int right, int found, int gold) => found + gold == 0 ? 1 : 2.0 * right / (found + gold);
}
