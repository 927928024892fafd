using NewsApi.Language.Documents;

namespace NewsApi.Language.Facts;

/// <summary>Every role that the text gives to a person, once for each wording: a shorter one of the same role is the same.</summary>
static class PositionHeldExtractor
{
    public static void Extract(FactText line, List<FactDraft> facts)
    {
        foreach (var position in line.Positions.Where(position => position is { Person: not null, IsBare: false }))
        {
            facts.Add(
                new FactDraft(FactType.PositionHeld, line, position.Span, "title-name", 0.9)
                    .With(FactArguments.Person, position.Person, NearestName(line, position))
                    .With(FactArguments.Position, position.Span)
                    .With(FactArguments.Organization, position.Organization)
            );
        }
    }

    static Text.TextSpan? NearestName(FactText line, HeldPosition position) =>
        line
            .Names.Where(name => name.Type == EntityType.Person && name.Entity == position.Person)
            .OrderBy(name => Math.Abs(name.Span.Start - position.Span.End))
            .Select(name => (Text.TextSpan?)name.Span)
            .FirstOrDefault();
}
