using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>
/// What needs no learning: features that rule roles out by the definition of the roles. They are features like others, so that explanations
/// show them, with fixed points in place of learned ones.
/// </summary>
public static class ZoneRules
{
    // More than learned features ever give together.
    const int Forbidden = -20_000;

    static readonly LineRole[] NoPartOfCard =
    [
        LineRole.Breadcrumb,
        LineRole.Published,
        LineRole.Heading,
        LineRole.Byline,
        LineRole.Source,
        LineRole.CaptionMarker,
        LineRole.RelatedHeading,
        LineRole.Footer,
        LineRole.Widget,
    ];

    static readonly LineRole[] Text = [LineRole.Lead, LineRole.Paragraph, LineRole.PullQuote, LineRole.Caption];

    /// <summary>One text twice on its line ("Tựa bài Tựa bài") is the title of a card; or the page's own headline.</summary>
    static readonly int DoubledLine = FeatureNames.One("rule.doubled-line");

    /// <summary>What stands behind another article's repeated title is its summary.</summary>
    static readonly int CardSummary = FeatureNames.One("rule.card-summary");

    /// <summary>In a row of such cards, or behind a title doubled on its line, it cannot be running text either.</summary>
    static readonly int SureCardSummary = FeatureNames.One("rule.card-summary-in-row");

    /// <summary>A title that comes again in a row of cards is that title, also where others have their summary.</summary>
    static readonly int CardRepeat = FeatureNames.One("rule.card-repeat-in-row");

    /// <summary>Persons with their positions, one behind the other, each with what he says: set off from the running text.</summary>
    static readonly int StatementInRow = FeatureNames.One("rule.statement-in-row");

    static readonly (int Feature, LineRole[] Roles)[] Rules =
    [
        (StatementInRow, [LineRole.Paragraph]),
        (DoubledLine, [.. NoPartOfCard, .. Text]),
        (CardSummary, [.. NoPartOfCard, LineRole.Title]),
        (SureCardSummary, [.. Text, LineRole.RelatedMeta]),
        (CardRepeat, [.. NoPartOfCard, .. Text, LineRole.Title, LineRole.RelatedSummary, LineRole.RelatedMeta]),
    ];

    /// <summary>True for features whose points are fixed: nothing is to be learned for them.</summary>
    public static bool IsRule(int feature) => Array.Exists(Rules, rule => rule.Feature == feature);

    internal static void AddFeatures(List<int> active, PageFacts page, int i)
    {
        if (page.All[i].DoubledLength > 0)
        {
            active.Add(DoubledLine);
        }

        if (page.IsStatement[i])
        {
            active.Add(StatementInRow);
        }

        var isRow = page.Cards.GroupSize(i) >= 2 || page.All[page.Cards.TitleOf(i)].DoubledLength > 0;
        switch (page.CardPartOf(i))
        {
            case CardPart.Summary:
                active.Add(CardSummary);
                if (isRow)
                {
                    active.Add(SureCardSummary);
                }

                break;
            case CardPart.Repeat when isRow:
                active.Add(CardRepeat);
                break;
            default:
                break;
        }
    }

    internal static void AddTo(ZoneModel model)
    {
        foreach (var (feature, roles) in Rules)
        {
            for (var state = 0; state < ZoneStates.Count; state++)
            {
                if (Array.IndexOf(roles, ZoneStates.Role(state)) >= 0)
                {
                    model.Emission(feature)[state] = Forbidden;
                }
            }
        }
    }
}
