using NewsApi.Language.Documents;
using NewsApi.Language.Reading;

namespace NewsApi.Language.Zoning;

/// <summary>Page of lines → page whose lines have roles.</summary>
public sealed class ZoneLabeller(LineObserver observer, ZoneModel model)
{
    readonly ZoneDecoder decoder = new(model);

    public static ZoneLabeller Load() => new(new LineObserver(), ZoneModel.Load());

    /// <exception cref="OperationCanceledException">When <paramref name="cancellation"/> asks for it.</exception>
    public ZonedPage Label(Page page, CancellationToken cancellation = default)
    {
        var facts = PageFacts.Of(page, observer, cancellation);
        var features = FeatureExtractor.Extract(facts, cancellation);
        var reading = decoder.Decode(features, facts.BlanksBefore, cancellation: cancellation);
        var (kind, reason) = PageKindDecision.Decide(facts, reading);
        if (kind != PageKind.Article)
        {
            reading = decoder.Decode(features, facts.BlanksBefore, withoutContent: true, cancellation);
        }
        else
        {
            LeadRule.Apply(reading, facts.BlanksBefore);
        }

        var lines = facts.Lines.Select((line, i) => new ZonedLine(line, reading.Role(i))).ToArray();
        return new ZonedPage(page, kind, reason, lines, reading, features);
    }

    /// <summary>Why each line has its role: the features that were true of it, those that mattered most first.</summary>
    /// <exception cref="OperationCanceledException">Between lines.</exception>
    public IReadOnlyList<LineExplanation> Explain(ZonedPage page, CancellationToken cancellation = default)
    {
        var explanations = new LineExplanation[page.Lines.Count];
        for (var i = 0; i < explanations.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            explanations[i] = Explain(page, i);
        }

        return explanations;
    }

    LineExplanation Explain(ZonedPage page, int i)
    {
        var (state, runnerUp) = (page.Reading.States[i], page.Reading.RunnersUp[i]);
        var features = page.Features[i];
        var weights = features
            .Select(feature => new FeatureWeight(
                NameOf(page, i, feature),
                model.PointsOf(feature, features, state),
                model.PointsOf(feature, features, runnerUp)
            ))
            .Where(weight => weight.RolePoints != 0 || weight.RunnerUpPoints != 0)
            .OrderByDescending(weight => Math.Abs(weight.RolePoints - weight.RunnerUpPoints))
            .ThenBy(weight => weight.Name, StringComparer.Ordinal);
        return new LineExplanation(
            page.Lines[i].Number,
            ZoneStates.Role(state),
            ZoneStates.Role(runnerUp),
            page.Reading.Margins[i],
            [.. weights]
        );
    }

    static string NameOf(ZonedPage page, int i, int feature) =>
        feature < FeatureExtractor.NamedCount
            ? FeatureNames.Name(feature)
            : LineWords.Name(page.Lines[i].Facts.Key, feature - FeatureExtractor.NamedCount);
}
