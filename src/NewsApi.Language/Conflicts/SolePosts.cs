using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Conflicts;

/// <summary>Posts that one person holds at a time (sole_posts.tsv).</summary>
sealed class SolePosts
{
    const string Whole = "whole";
    const string Unit = "unit";
    const string NoGroup = "-";

    readonly Dictionary<string, (string Where, string? Group)> posts;
    readonly int longest;

    internal SolePosts(IEnumerable<LexiconEntry> entries)
    {
        posts = entries.ToDictionary(
            entry => Folding.Fold(entry[0]),
            entry => (entry[1], entry[2] == NoGroup ? null : entry[2]),
            StringComparer.Ordinal
        );
        longest = posts.Keys.Max(phrase => phrase.Count(c => c == ' ') + 1);
    }

    public static SolePosts Load() => new(LexiconFile.Read("vi/sole_posts.tsv"));

    /// <summary>Null for a post that several may hold, and for one of which it is not told where it is held.</summary>
    /// <param name="position">As written.</param>
    public SolePost? Find(string position, KnownArgument? organization)
    {
        var words = Folding.Fold(position).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var heads = Enumerable
            .Range(1, Math.Min(longest, words.Length))
            .Select(count => string.Join(' ', words, 0, count))
            .Where(posts.ContainsKey)
            .ToList();
        if (heads.Count == 0)
        {
            return null;
        }

        // The longest tells what kind of post it is; a shorter one ("giám đốc" of "giám đốc sở") leaves its body's name whole to compare.
        var (where, group) = posts[heads[^1]];
        var head = where == Whole ? heads[^1] : heads[0];
        var rest = string.Join(' ', words.Skip(head.Count(c => c == ' ') + 1));
        return Of(head, where, group, rest, organization);
    }

    static SolePost? Of(string head, string where, string? group, string rest, KnownArgument? organization)
    {
        var body = organization is null ? null : Folding.Fold(organization.Value);
        if (where == Whole)
        {
            // "Chủ tịch nước" is one of the country, whether or not the country is named; "Chủ tịch nước Lào" is another.
            return rest.Length == 0 && (body is null or "việt nam" || head.Contains(body, StringComparison.Ordinal))
                ? new SolePost(head, null, group)
                : null;
        }

        if (body is null)
        {
            return null;
        }

        // What the post says of its body again ("Bộ trưởng Ngoại giao" at "Bộ Ngoại giao") tells nothing; what it says more is a part of it.
        var inBody = rest.Length == 0 || Contains(body, rest) || Contains(rest, body);
        if (where == Unit && inBody && !NamesUnitOf(head, body) && !Contains(rest, body))
        {
            return null;
        }

        var place = organization!.EntityId ?? body;
        return new SolePost(head, inBody ? place : $"{place}\n{rest}", group);
    }

    /// <summary>"trưởng khoa" at "Khoa Nhi", "cục trưởng" at "Cục Thuế", "giám đốc" at anything that is no part of something larger.</summary>
    static bool NamesUnitOf(string head, string body) =>
        head == "giám đốc" || head.Split(' ').Any(word => body.StartsWith(word + " ", StringComparison.Ordinal));

    static bool Contains(string text, string words) => words.Length > 0 && $" {text} ".Contains($" {words} ", StringComparison.Ordinal);
}

/// <param name="Head">The post's name, folded.</param>
/// <param name="Place">Where it is held; null where there is one in all.</param>
/// <param name="Group">Of its posts a person holds one at a time; null where it is of none.</param>
sealed record SolePost(string Head, string? Place, string? Group);
