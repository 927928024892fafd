using System.Numerics;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>What the lexicons know of a syllable, or of several in a row.</summary>
[Flags]
enum SyllableFacts : uint
{
    None = 0,
    Word = 1 << 0,

    /// <summary>A longer word begins with it.</summary>
    Prefix = 1 << 1,

    /// <summary>Written with capitals in the lexicon: a name.</summary>
    Capitalised = 1 << 2,
    Surname = 1 << 3,
    Given = 1 << 4,

    Starts1 = 1 << 5,
    Starts2 = 1 << 6,
    Starts4 = 1 << 7,
    Follows1 = 1 << 8,
    Follows2 = 1 << 9,
    Follows4 = 1 << 10,

    /// <summary>A number of three bits: how many words of the lexicon start with the syllable, in steps.</summary>
    Starts = Starts1 | Starts2 | Starts4,

    /// <summary>A number of three bits: how many words of the lexicon have the syllable in a later place, in steps.</summary>
    Follows = Follows1 | Follows2 | Follows4,
}

/// <summary>
/// The word list as one open hash table over runs of syllables: a run's key is made from the key of the run without its last syllable, so
/// that all words that start at a place are found by going on while the run is a prefix of one.
/// </summary>
sealed class SyllableLexicon
{
    const ulong HashStart = 0xCBF29CE484222325;
    const ulong HashFactor = 0x100000001B3;
    const ulong KeyFactor = 0x9E3779B97F4A7C15;

    readonly ulong[] keys;
    readonly SyllableFacts[] facts;
    readonly int mask;

    public SyllableLexicon(IReadOnlyCollection<string> words, IEnumerable<string> surnames, IEnumerable<string> givenSyllables)
    {
        var found = new Dictionary<ulong, SyllableFacts>();
        var starts = new Dictionary<ulong, int>();
        var follows = new Dictionary<ulong, int>();
        foreach (var word in words)
        {
            AddWord(word, found, starts, follows);
        }

        Mark(surnames, SyllableFacts.Surname, found);
        Mark(givenSyllables, SyllableFacts.Given, found);
        MarkCounts(starts, SyllableFacts.Starts, found);
        MarkCounts(follows, SyllableFacts.Follows, found);

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, found.Count * 2));
        (keys, facts, mask) = (new ulong[size], new SyllableFacts[size], size - 1);
        foreach (var (key, value) in found)
        {
            var slot = SlotOf(key);
            (keys[slot], facts[slot]) = (key, value);
        }
    }

    public static SyllableLexicon Load() =>
        new(
            [.. LexiconFile.Read("vi/words.tsv").Select(entry => entry[0])],
            LexiconFile.Read("vi/surnames.tsv").Select(entry => entry[0]),
            LexiconFile.Read("vi/given_syllables.tsv").Select(entry => entry[0])
        );

    /// <summary>The hash of one syllable, folded (<see cref="Folding.Fold"/>).</summary>
    public static ulong Hash(ReadOnlySpan<char> folded)
    {
        var hash = HashStart;
        foreach (var c in folded)
        {
            hash = (hash ^ c) * HashFactor;
        }

        return Mix(hash);
    }

    /// <summary>The key of a run and one more syllable. The empty run's key is 0.</summary>
    public static ulong Extend(ulong run, ulong syllable) => ((run + syllable) * KeyFactor) | 1;

    /// <summary>What is known of a run; none for a run that is neither a word nor the start of one.</summary>
    public SyllableFacts Find(ulong run) => facts[SlotOf(run)];

    static ulong Mix(ulong hash)
    {
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9;
        return hash ^ (hash >> 32);
    }

    static void AddWord(string word, Dictionary<ulong, SyllableFacts> found, Dictionary<ulong, int> starts, Dictionary<ulong, int> follows)
    {
        var syllables = Folding.Fold(word).Split(' ');
        var run = 0UL;
        for (var i = 0; i < syllables.Length; i++)
        {
            var hash = Hash(syllables[i]);
            run = Extend(run, hash);
            var isWhole = i == syllables.Length - 1;
            found[run] = found.GetValueOrDefault(run) | (isWhole ? SyllableFacts.Word : SyllableFacts.Prefix);
            var counts = i == 0 ? starts : follows;
            var alone = Extend(0, hash);
            counts[alone] = counts.GetValueOrDefault(alone) + 1;
        }

        found[run] |= char.IsUpper(word[0]) ? SyllableFacts.Capitalised : 0;
    }

    static void Mark(IEnumerable<string> syllables, SyllableFacts fact, Dictionary<ulong, SyllableFacts> found)
    {
        foreach (var syllable in syllables.Where(name => !name.Contains(' ', StringComparison.Ordinal)))
        {
            var alone = Extend(0, Hash(Folding.Fold(syllable)));
            found[alone] = found.GetValueOrDefault(alone) | fact;
        }
    }

    static void MarkCounts(Dictionary<ulong, int> counts, SyllableFacts place, Dictionary<ulong, SyllableFacts> found)
    {
        var lowest = BitOperations.TrailingZeroCount((uint)place);
        foreach (var (alone, count) in counts)
        {
            // 1, 2 to 3, 4 to 7, … 64 and more.
            var step = Math.Min(7, BitOperations.Log2((uint)count) + 1);
            found[alone] = found.GetValueOrDefault(alone) | (SyllableFacts)(step << lowest);
        }
    }

    // The slot of the key, or the empty one where it would stand.
    int SlotOf(ulong key)
    {
        var slot = (int)(key >> 32) & mask;
        while (keys[slot] != key && keys[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
