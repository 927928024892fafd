using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Facts;

/// <summary>Which arguments facts of a type have.</summary>
public static class FactArgumentNames
{
    static readonly Dictionary<FactType, string[]> Names = new()
    {
        [FactType.PositionHeld] = ["person", "position", "organization"],
        [FactType.Meeting] = ["participants", "kind", "time", "place"],
        [FactType.Visit] = ["visitor", "destination", "time"],
        [FactType.Statement] = ["speaker", "verb", "content", "direct", "occasion"],
        [FactType.Attendance] = ["person", "event"],
        [FactType.EventHeld] = ["event", "time", "place", "organizer"],
        [FactType.LegalReference] = ["document", "issuer"],
        [FactType.Appointment] = ["person", "position", "organization", "time"],
        [FactType.Agreement] = ["parties", "document", "time"],
        [FactType.Membership] = ["member", "organization", "role", "time"],
        [FactType.DiplomaticRelation] = ["parties", "level", "time"],
        [FactType.Anniversary] = ["of", "years", "time"],
        [FactType.Statistic] = ["value", "unit", "subject", "time"],
    };

    public static IReadOnlyList<string> Of(FactType type) => Names[type];
}
