using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>
/// Facts → codes of PLOVER, the successor of CAMEO. A meeting is a consultation; to sign an agreement supports the other side, to plan to is to
/// agree. What is denied has no code: nothing happened. Its mode "third-party" is not told, for want of who hosts a place.
/// </summary>
/// <param name="countries">The canonical names of the countries that the page names.</param>
sealed class EventCoder(IReadOnlySet<string> countries)
{
    // From three states on a meeting is one of many sides.
    const int Multilateral = 3;

    public Fact Code(Fact fact) => fact.Modality == Modality.Denied ? fact : fact with { EventCode = Of(fact) };

    EventCode? Of(Fact fact) =>
        fact.Type switch
        {
            FactType.Meeting => new EventCode("CONSULT", Mode(fact)),
            FactType.Visit => new EventCode("CONSULT", "visit"),
            FactType.Agreement => new EventCode(fact.Modality == Modality.Planned ? "AGREE" : "SUPPORT", null),
            _ => null,
        };

    string? Mode(Fact fact)
    {
        // "điện đàm" is a talk over the telephone, in whatever words stand around it.
        if (fact.Argument(FactArguments.Kind) is { } kind && Folding.Fold(kind).StartsWith("điện đàm", StringComparison.Ordinal))
        {
            return "phone";
        }

        var states = fact.Arguments.Count(argument => argument.Name == FactArguments.Participants && countries.Contains(argument.Value));
        return states >= Multilateral ? "multilateral" : null;
    }
}
