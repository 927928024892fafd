using System.Numerics;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Segmentation;

/// <summary>What the lexicons know of a syllable, or of several in a row.</summary>
[Flags]
enum SyllableFacts : ushort
{
    None = 0,
    Word = 1 << 0,

    /// <summary>A longer word begins with it.</summary>
    Prefix = 1 << 1,
    Surname = 1 << 2,
    Given = 1 << 3,
    Function = 1 << 4,

    /// <summary>Who of the writers of the word list had the word. What two had is far more often a word than what one had.</summary>
    Writer1 = 1 << 5,
    Writer2 = 1 << 6,
    Writer3 = 1 << 7,
    Writer4 = 1 << 8,
    Writers = Writer1 | Writer2 | Writer3 | Writer4,

    Starts1 = 1 << 9,
    Starts2 = 1 << 10,
    Starts4 = 1 << 11,

    /// <summary>A number of three bits: how many words of the lexicon start with the syllable, in steps.</summary>
    Starts = Starts1 | Starts2 | Starts4,

    Follows1 = 1 << 12,
    Follows2 = 1 << 13,
    Follows4 = 1 << 14,

    /// <summary>A number of three bits: how many words of the lexicon have the syllable in a later place, in steps.</summary>
    Follows = Follows1 | Follows2 | Follows4,
}

/// <summary>A word of several syllables, parted by blanks.</summary>
/// <param name="Writers">Who wrote it: of <see cref="SyllableFacts.Writers"/>, at least one.</param>
readonly record struct ListedWord(string Text, SyllableFacts Writers = SyllableFacts.Writer1)
{
    /// <param name="writers">Column of a lexicon file: "3", "134".</param>
    public static SyllableFacts ParseWriters(LexiconEntry entry, string writers)
    {
        var parsed = SyllableFacts.None;
        foreach (var writer in writers)
        {
            parsed |= writer is >= '1' and <= '4'
                ? (SyllableFacts)((int)SyllableFacts.Writer1 << (writer - '1'))
                : throw entry.Error($"'{writers}' are no writers from 1 to 4");
        }

        return parsed;
    }
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

    const int FactBits = 16;

    // The key without its lowest bits, which its facts take the place of. 0 is an empty slot.
    readonly ulong[] slots;

    public SyllableLexicon(IEnumerable<ListedWord> words, IEnumerable<(string Syllable, SyllableFacts Fact)> syllables)
    {
        var found = new Dictionary<ulong, SyllableFacts>();
        var (starts, follows) = (new Dictionary<ulong, int>(), new Dictionary<ulong, int>());
        foreach (var word in words)
        {
            AddWord(word, found, starts, follows);
        }

        foreach (var (syllable, fact) in syllables.Where(entry => !entry.Syllable.Contains(' ', StringComparison.Ordinal)))
        {
            var alone = Extend(0, Hash(Folding.Fold(syllable)));
            found[alone] = found.GetValueOrDefault(alone) | fact;
        }

        AddCounts(starts, SyllableFacts.Starts, found);
        AddCounts(follows, SyllableFacts.Follows, found);
        slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)((found.Count * 3 / 2) + 2))];
        foreach (var (key, facts) in found)
        {
            slots[SlotOf(key)] = (key >> FactBits << FactBits) | (ulong)facts;
        }
    }

    /// <summary>Loads the lexicons that are built into this assembly.</summary>
    /// <param name="more">Words beside those of the list.</param>
    /// <exception cref="LexiconException">A data file is broken.</exception>
    public static SyllableLexicon Load(params IEnumerable<ListedWord> more)
    {
        var writers = new Dictionary<string, SyllableFacts>(StringComparer.Ordinal);
        foreach (var entry in LexiconFile.Read("vi/word_writers.tsv"))
        {
            writers.Add(entry[0], ListedWord.ParseWriters(entry, entry[1]));
        }

        var words = LexiconFile
            .Read("vi/words.tsv")
            .Select(entry => new ListedWord(entry[0], writers.GetValueOrDefault(entry[0], SyllableFacts.Writer1)));
        return new SyllableLexicon(
            words.Concat(more),
            [
                .. Read("vi/surnames.tsv", SyllableFacts.Surname),
                .. Read("vi/given_syllables.tsv", SyllableFacts.Given),
                .. Read("vi/function_words.tsv", SyllableFacts.Function),
            ]
        );
    }

    /// <summary>The hash of one syllable, folded (<see cref="Folding.Fold"/>).</summary>
    public static ulong Hash(ReadOnlySpan<char> folded)
    {
        var hash = HashStart;
        foreach (var c in folded)
        {
            hash = (hash ^ c) * HashFactor;
        }

        hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
        return hash ^ (hash >> 32);
    }

    /// <summary>The key of a run and one more syllable. The empty run's key is 0; no other's is.</summary>
    public static ulong Extend(ulong run, ulong syllable) => ((run + syllable) * KeyFactor) | (1UL << FactBits);

    /// <summary>What is known of a run; none for a run that is neither a word nor the start of one.</summary>
    public SyllableFacts Find(ulong run) => (SyllableFacts)slots[SlotOf(run)];

    static IEnumerable<(string Syllable, SyllableFacts Fact)> Read(string file, SyllableFacts fact) =>
        LexiconFile.Read(file).Select(entry => (entry[0], fact));

    static void AddWord(
        ListedWord word,
        Dictionary<ulong, SyllableFacts> found,
        Dictionary<ulong, int> starts,
        Dictionary<ulong, int> follows
    )
    {
        var (run, counts) = (0UL, starts);
        foreach (var syllable in Folding.Fold(word.Text).Split(' '))
        {
            if (run != 0)
            {
                found[run] |= SyllableFacts.Prefix;
                counts = follows;
            }

            var hash = Hash(syllable);
            run = Extend(run, hash);
            found.TryAdd(run, SyllableFacts.None);
            var alone = Extend(0, hash);
            counts[alone] = counts.GetValueOrDefault(alone) + 1;
        }

        found[run] |= SyllableFacts.Word | word.Writers;
    }

    // Steps: 1, 2 to 3, 4 to 7, … 64 and more.
    static void AddCounts(Dictionary<ulong, int> counts, SyllableFacts place, Dictionary<ulong, SyllableFacts> found)
    {
        var lowest = BitOperations.TrailingZeroCount((uint)place);
        foreach (var (alone, count) in counts)
        {
            var step = Math.Min(7, BitOperations.Log2((uint)count) + 1);
            found[alone] = found.GetValueOrDefault(alone) | (SyllableFacts)(step << lowest);
        }
    }

    // The slot of the key, or the empty one where it would stand.
    int SlotOf(ulong key)
    {
        var mask = slots.Length - 1;
        var slot = (int)(key >> 32) & mask;
        while (slots[slot] != 0 && (slots[slot] ^ key) >> FactBits != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
