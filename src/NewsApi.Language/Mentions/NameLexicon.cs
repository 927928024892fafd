using System.Numerics;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Mentions;

/// <summary>
/// All lexicons of names and of the words around them as one open hash table over runs of pieces (<see cref="TokenScanner"/>). A run's key is
/// made from the key of the run without its last piece, so that all phrases that start at a place are found by going on while the run is a
/// prefix of one. Names of places and persons are found as they are written, all other phrases in small letters and capitals alike.
/// </summary>
sealed class NameLexicon
{
    /// <summary>The key of the empty run, for phrases that are found however they are written.</summary>
    public const ulong AnyCase = 0;

    /// <summary>The key of the empty run, for phrases whose capitals count.</summary>
    public const ulong AsWritten = 0x5851F42D4C957F2D;

    const ulong CapitalFactor = 0xD6E8FEB86659FD93;

    readonly ulong[] keys;
    readonly NameClass[] classes;

    public NameLexicon(IEnumerable<(string Phrase, NameClass Class)> phrases)
    {
        var found = new Dictionary<ulong, NameClass>();
        foreach (var (phrase, known) in phrases)
        {
            Add(found, phrase, known, AnyCase, known & ~CasedClasses);
            Add(found, phrase, known, AsWritten, known & CasedClasses);
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)((found.Count * 2) + 2));
        (keys, classes) = (new ulong[size], new NameClass[size]);
        foreach (var (key, known) in found)
        {
            var slot = SlotOf(key);
            (keys[slot], classes[slot]) = (key, known);
        }
    }

    const NameClass CasedClasses = NameClass.Places | NameClass.Person | NameClass.ForeignName;

    /// <summary>The hash of one piece, folded (<see cref="Folding.Fold"/>).</summary>
    public static ulong Hash(ReadOnlySpan<char> folded) => SyllableLexicon.Hash(folded);

    /// <summary>The key of a run and one more piece.</summary>
    /// <param name="isCapital">Whether the piece begins with a capital; false in a run that is found however it is written.</param>
    public static ulong Extend(ulong run, ulong piece, bool isCapital) =>
        SyllableLexicon.Extend(run, isCapital ? piece * CapitalFactor : piece);

    public NameClass Find(ulong run) => classes[SlotOf(run)];

    static void Add(Dictionary<ulong, NameClass> found, string phrase, NameClass all, ulong start, NameClass known)
    {
        if (known == NameClass.None || all == NameClass.None)
        {
            return;
        }

        var folded = Folding.Fold(phrase);
        var run = start;
        foreach (var token in TokenScanner.Scan(phrase, new TextSpan(0, phrase.Length)))
        {
            if (run != start)
            {
                found[run] |= NameClass.Prefix;
            }

            run = Extend(run, Hash(token.Span.Of(folded)), start == AsWritten && char.IsUpper(phrase[token.Span.Start]));
            found.TryAdd(run, NameClass.None);
        }

        if (run != start)
        {
            found[run] |= known;
        }
    }

    int SlotOf(ulong key)
    {
        var mask = keys.Length - 1;
        var slot = (int)(key >> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    /// <summary>Loads the lexicons that are built into this assembly.</summary>
    /// <exception cref="LexiconException">A data file is broken.</exception>
    public static NameLexicon Load() => new(NameLexiconFiles.Read());
}
