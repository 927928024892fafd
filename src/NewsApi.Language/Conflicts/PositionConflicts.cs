using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Conflicts;

/// <summary>Positions that cannot be held as facts tell.</summary>
sealed class PositionConflicts(SolePosts posts)
{
    /// <summary>For so long articles may still name the one who held a post before another was appointed.</summary>
    static readonly TimeSpan Handover = TimeSpan.FromDays(30);

    /// <summary>Several persons in one post at one time.</summary>
    public IEnumerable<Conflict> OfHolders(IReadOnlyList<KnownFact> facts) =>
        from held in Held(facts)
        group held by (held.Post.Head, held.Post.Place) into post
        orderby post.Key.Head, post.Key.Place
        let sides = Overlapping(ByPerson(post))
        where sides.Count > 1
        select Sides.Rank(ConflictKind.PositionHolders, About(post.First()), sides);

    /// <summary>One person in several posts that nobody holds together: of one group at several places, or several of one group.</summary>
    public IEnumerable<Conflict> OfPersons(IReadOnlyList<KnownFact> facts) =>
        from held in Held(facts)
        where held.Post.Group is not null
        group held by (Person: ConflictFinder.Key(held.Person), held.Post.Group) into person
        orderby person.Key.Person, person.Key.Group
        let sides = Overlapping(
            person
                .GroupBy(held => (held.Post.Head, held.Post.Place))
                .Select(post => new Side(Position(post.First()), [.. post.Select(held => held.Fact)]))
        )
        where sides.Count > 1
        select Sides.Rank(ConflictKind.PersonPositions, [person.First().Person], sides);

    IEnumerable<HeldPost> Held(IEnumerable<KnownFact> facts)
    {
        foreach (var fact in facts)
        {
            // Of what was held at a time that nobody knows, nothing tells that it was held together with something else.
            if (
                fact is { Type: FactType.PositionHeld or FactType.Appointment, Modality: Modality.Stated, Seen: not null }
                && fact.Find(FactArguments.Person) is { } person
                && fact.Find(FactArguments.Position) is { } position
                && posts.Find(position.Value, fact.Find(FactArguments.Organization)) is { } post
            )
            {
                yield return new HeldPost(fact, person, position, post);
            }
        }
    }

    /// <summary>A name that is the end of another's ("Khéo" of "Lường Văn Khéo") is the same person's.</summary>
    static List<Side> ByPerson(IEnumerable<HeldPost> post)
    {
        var persons = new List<(string Key, string Name, List<HeldPost> Held)>();
        foreach (var held in post.OrderByDescending(held => held.Person.Value.Length).ThenBy(held => held.Fact.Id, StringComparer.Ordinal))
        {
            var (key, name) = (ConflictFinder.Key(held.Person), Folding.Fold(held.Person.Value));
            var known = persons.FirstOrDefault(person =>
                person.Key == key || person.Name == name || person.Name.EndsWith(" " + name, StringComparison.Ordinal)
            );
            if (known.Held is null)
            {
                persons.Add(known = (key, name, []));
            }

            known.Held.Add(held);
        }

        return [.. persons.Select(person => new Side([person.Held[0].Person], [.. person.Held.Select(held => held.Fact)]))];
    }

    /// <summary>The sides whose times meet those of another: who was named before another and not after that came before.</summary>
    static List<Side> Overlapping(IEnumerable<Side> sides)
    {
        var all = sides.ToList();
        return [.. all.Where(side => all.Exists(other => other != side && Overlap(side, other)))];
    }

    static bool Overlap(Side left, Side right) =>
        left.FirstSeen <= right.LastSeen && right.FirstSeen <= left.LastSeen && !Succeeds(left, right) && !Succeeds(right, left);

    /// <summary>An article tells that the later one was appointed, and the earlier one is not named in the post for long after that.</summary>
    static bool Succeeds(Side later, Side earlier) =>
        later.Facts.Any(fact =>
            fact is { Type: FactType.Appointment, Seen.First: var appointed }
            && earlier.LastSeen <= appointed + Handover
            && earlier.FirstSeen <= appointed
        ) && !earlier.Facts.Any(fact => fact.Type == FactType.Appointment && fact.Seen?.Last >= later.FirstSeen);

    static IReadOnlyList<KnownArgument> About(HeldPost held) => Position(held);

    static IReadOnlyList<KnownArgument> Position(HeldPost held) =>
        held.Fact.Find(FactArguments.Organization) is { } organization ? [held.Position, organization] : [held.Position];

    sealed record HeldPost(KnownFact Fact, KnownArgument Person, KnownArgument Position, SolePost Post);
}
