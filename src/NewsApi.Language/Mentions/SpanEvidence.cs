using NewsApi.Language.Documents;

namespace NewsApi.Language.Mentions;

/// <summary>Why a run of pieces was taken for a name of its type: what each kind of feature gave to that type and to the next one.</summary>
/// <param name="RunnerUp">The type with the most points after the one that was chosen.</param>
/// <param name="Features">Those that parted the two most, first.</param>
sealed record SpanEvidence(EntityType RunnerUp, IReadOnlyList<FeatureWeight> Features)
{
    const int Most = 8;

    public static SpanEvidence Of(MentionText text, FoundSpan span, NameMemory memory, int line, SpanModel model)
    {
        var points = Points(text, span, memory, line, model);
        var totals = new int[model.Labels];
        foreach (var ofKind in points.Values)
        {
            for (var label = 0; label < totals.Length; label++)
            {
                totals[label] += ofKind[label];
            }
        }

        var runnerUp = Enumerable.Range(0, totals.Length).Where(label => label != span.Label).MaxBy(label => totals[label]);
        var features = points
            .Select(pair => new FeatureWeight(NameOf(pair.Key), pair.Value[span.Label], pair.Value[runnerUp]))
            .Where(feature => feature.RolePoints != 0 || feature.RunnerUpPoints != 0)
            .OrderByDescending(feature => Math.Abs(feature.RolePoints - feature.RunnerUpPoints))
            .ThenBy(feature => feature.Name, StringComparer.Ordinal);
        return new SpanEvidence((EntityType)runnerUp, [.. features.Take(Most)]);
    }

    // For each kind of feature its points for each label, over all pieces of the run and the run itself.
    static Dictionary<FeatureKind, int[]> Points(MentionText text, FoundSpan span, NameMemory memory, int line, SpanModel model)
    {
        var points = new Dictionary<FeatureKind, int[]>();
        var rows = new FeatureRows(keepsKinds: true);
        var ofPiece = new int[3 * model.Labels];
        for (var at = span.Start; at < span.End; at++)
        {
            rows.Clear();
            PieceFeatures.Read(text, at, null, rows);
            for (var n = 0; n < rows.Rows.Length; n++)
            {
                Array.Clear(ofPiece);
                model.AddPiece(rows.Rows.Slice(n, 1), ofPiece);
                AddPiece(points, (FeatureKind)rows.Kinds[n], ofPiece, model.Labels, at == span.Start, at == span.End - 1);
            }
        }

        rows.Clear();
        RunFeatures.Read(text, span.Start, span.Length, null, rows);
        memory.AddFeatures(text, line, new SpanCandidate(span.Start, span.Length), rows);
        for (var n = 0; n < rows.Rows.Length; n++)
        {
            model.AddRun(rows.Rows.Slice(n, 1), Of(points, (FeatureKind)rows.Kinds[n], model.Labels));
        }

        return points;
    }

    // What a piece says of beginning, going on and ending, as far as the run does so there.
    static void AddPiece(Dictionary<FeatureKind, int[]> points, FeatureKind kind, int[] ofPiece, int labels, bool begins, bool ends)
    {
        var sum = Of(points, kind, labels);
        for (var label = 0; label < labels; label++)
        {
            sum[label] += (begins ? ofPiece[label] : ofPiece[labels + label]) + (ends ? ofPiece[(2 * labels) + label] : 0);
        }
    }

    static int[] Of(Dictionary<FeatureKind, int[]> points, FeatureKind kind, int labels)
    {
        if (!points.TryGetValue(kind, out var sum))
        {
            points[kind] = sum = new int[labels];
        }

        return sum;
    }

    // "RunPhraseBefore" → "run_phrase_before", as the features of lines are written.
    static string NameOf(FeatureKind kind) =>
        string.Concat(
            kind.ToString()
                .Select(
                    (letter, n) => n > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
                )
        );
}
