using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Linking;

/// <summary>
/// Tells whether an entity of a document is one that is known. One name is one entity unless something speaks against it: another ISO
/// code, positions in another field of life, local posts at another place. Persons with the same name and nothing told of either are
/// taken for one.
/// </summary>
public sealed class EntityLinker
{
    // Points of a hundred. A link needs half of them, so that the name alone is enough and one sign against it is not outweighed by
    // the field of life alone.
    const int Needed = 50;
    const int NamePoints = 60;
    const int AliasPoints = 50;
    const int CodePoints = 40;
    const int RareNamePoints = 15;
    const int ShortNamePoints = -35;
    const int OrganizationPoints = 30;
    const int PositionPoints = 20;
    const int FieldPoints = 10;
    const int OtherFieldPoints = -40;
    const int OtherPlacePoints = -30;

    const int SyllablesOfARareName = 4;

    readonly FieldLexicon fields;

    EntityLinker(FieldLexicon fields) => this.fields = fields;

    public static EntityLinker Load() => new(FieldLexicon.Load());

    /// <summary>The best candidate, of equal ones the one with the most articles, then the one with the smallest id.</summary>
    public EntityChoice Choose(EntityProfile entity, IEnumerable<EntityCandidate> candidates)
    {
        var known = new Known(entity);
        var readings = candidates
            .Where(candidate => candidate.Profile.Type == entity.Type)
            .Select(candidate => (Candidate: candidate, Reading: Compare(known, new Known(candidate.Profile))))
            .Where(pair => pair.Reading is not null)
            .OrderByDescending(pair => pair.Reading!.Value.Points)
            .ThenByDescending(pair => pair.Candidate.Articles)
            .ThenBy(pair => pair.Candidate.Id, StringComparer.Ordinal)
            .ToList();
        if (readings.Count == 0)
        {
            return new EntityChoice(null, 0, [LinkSign.NoCandidate]);
        }

        var (best, reading) = readings[0];
        var score = Math.Clamp(reading!.Value.Points, 0, 100) / 100.0;
        return reading.Value.Points >= Needed
            ? new EntityChoice(best.Id, score, reading.Value.Signs)
            : new EntityChoice(null, score, [LinkSign.NoneIsLikely, .. reading.Value.Signs]);
    }

    /// <summary>Null where the two do not share a name, or have different ISO codes.</summary>
    (int Points, List<LinkSign> Signs)? Compare(Known left, Known right)
    {
        var signs = new List<LinkSign>();
        var points = 0;
        if (left.Name == right.Name)
        {
            Add(LinkSign.SameName, NamePoints);
        }
        else if (left.Names.Contains(right.Name) || right.Names.Contains(left.Name))
        {
            Add(LinkSign.Alias, AliasPoints);
        }
        else
        {
            return null;
        }

        if (left.Profile.IsoCode is { } code && right.Profile.IsoCode is { } other)
        {
            if (code != other)
            {
                return null;
            }

            Add(LinkSign.SameCode, CodePoints);
        }

        if (left.Profile.Type == EntityType.Person)
        {
            ComparePersons(left, right, Add);
        }

        return (points, signs);

        void Add(LinkSign sign, int value)
        {
            signs.Add(sign);
            points += value;
        }
    }

    void ComparePersons(Known left, Known right, Action<LinkSign, int> add)
    {
        switch (left.Name.AsSpan().Count(' ') + 1)
        {
            case 1:
                add(LinkSign.ShortName, ShortNamePoints);
                break;
            case >= SyllablesOfARareName:
                add(LinkSign.RareName, RareNamePoints);
                break;
        }

        var sharesOrganization = left.Organizations.Any(one => right.Organizations.Any(other => AreSameBody(one, other)));
        if (sharesOrganization)
        {
            add(LinkSign.SameOrganization, OrganizationPoints);
        }

        if (left.Positions.Overlaps(right.Positions))
        {
            add(LinkSign.SamePosition, PositionPoints);
        }

        CompareFields(left, right, sharesOrganization, add);
        if (!sharesOrganization && AreLocalAtDifferentPlaces(left, right))
        {
            add(LinkSign.OtherPlace, OtherPlacePoints);
        }
    }

    void CompareFields(Known left, Known right, bool sharesOrganization, Action<LinkSign, int> add)
    {
        var ofLeft = fields.FieldsOf([.. left.Positions, .. left.Organizations]);
        var ofRight = fields.FieldsOf([.. right.Positions, .. right.Organizations]);
        if (ofLeft.Overlaps(ofRight))
        {
            add(LinkSign.SameField, FieldPoints);
        }
        else if (ofLeft.Count > 0 && ofRight.Count > 0 && !sharesOrganization)
        {
            add(LinkSign.OtherField, OtherFieldPoints);
        }
    }

    bool AreLocalAtDifferentPlaces(Known left, Known right)
    {
        var ofLeft = left.Positions.Concat(left.Organizations).Where(fields.IsLocal).ToList();
        var ofRight = right.Positions.Concat(right.Organizations).Where(fields.IsLocal).ToList();
        return ofLeft.Count > 0 && ofRight.Count > 0 && !ofLeft.Any(one => ofRight.Any(other => AreSameBody(one, other)));
    }

    /// <summary>"Bộ Ngoại giao" and "Bộ Ngoại giao Việt Nam": one may be written with more words than the other.</summary>
    static bool AreSameBody(string one, string other) => one == other || StartsWithWords(one, other) || StartsWithWords(other, one);

    static bool StartsWithWords(string text, string start) =>
        start.Contains(' ', StringComparison.Ordinal)
        && text.Length > start.Length
        && text[start.Length] == ' '
        && text.StartsWith(start, StringComparison.Ordinal);

    /// <summary>A profile, folded for comparing.</summary>
    sealed class Known(EntityProfile profile)
    {
        public EntityProfile Profile { get; } = profile;

        public string Name { get; } = Folding.Fold(profile.Name);

        public HashSet<string> Names { get; } = [.. profile.Aliases.Append(profile.Name).Select(Folding.Fold)];

        public HashSet<string> Positions { get; } = [.. profile.Positions.Select(Folding.Fold)];

        public HashSet<string> Organizations { get; } = [.. profile.Organizations.Select(Folding.Fold)];
    }
}
