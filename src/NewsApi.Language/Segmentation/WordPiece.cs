using NewsApi.Language.Documents;

namespace NewsApi.Language.Segmentation;

/// <summary>How a piece is written.</summary>
enum PieceShape : byte
{
    /// <summary>Beyond the sentence.</summary>
    None,
    Lower,
    Capitalised,

    /// <summary>A capital that the place asks for: at the start, behind an opening quote or a colon.</summary>
    CapitalisedAtStart,
    Upper,

    /// <summary>"A5", "m3".</summary>
    WithDigits,

    /// <summary>"TP.HCM", "Vla-đi-mia", "R&amp;D".</summary>
    WithMarks,
    ShortNumber,
    ThreeDigits,
    LongNumber,

    /// <summary>"1.234,5".</summary>
    PointedNumber,

    /// <summary>"14/12", "2021-2025", "10:30".</summary>
    JoinedNumber,
    Comma,
    Stop,
    Dash,
    Slash,
    Percent,
    Ampersand,
    OtherMark,
    Symbol,
}

/// <summary>A piece of a sentence (<see cref="TokenScanner"/>) with all that features are made of.</summary>
struct WordPiece
{
    public Token Token;

    /// <summary>Of the folded letters (<see cref="SyllableLexicon.Hash"/>); numbers of one shape have the same.</summary>
    public ulong Hash;
    public PieceShape Shape;

    /// <summary>No blank stands before it.</summary>
    public bool IsGlued;

    /// <summary>No word goes on over the place before it: the sentence's start, an address, a bracket, more than one blank.</summary>
    public bool IsBarrier;
    public SyllableFacts Facts;
    public SyllableSounds Sounds;

    /// <summary>Bit n is set where a word of the lexicon of n pieces starts here.</summary>
    public byte StartMask;

    /// <summary>Bit n is set where a word of the lexicon of n pieces ends here.</summary>
    public byte EndMask;

    /// <summary>Bits 4n to 4n+3: who wrote the word of n pieces that starts here.</summary>
    public uint StartWriters;

    /// <summary>The longest word of the lexicon over the place before this piece: its length, how much stands before the place, its writers.</summary>
    public byte CoverLength;
    public byte CoverBefore;
    public byte CoverWriters;

    /// <summary>The cover of the sentence with the fewest words joins this piece to the one before.</summary>
    public bool IsJoinedInCover;

    /// <summary>This piece and the one before are a word of the lexicon the other way round.</summary>
    public bool IsWordReversed;

    public readonly bool IsWord => Shape is >= PieceShape.Lower and <= PieceShape.WithMarks;

    public readonly bool IsCapital => Shape is >= PieceShape.Capitalised and <= PieceShape.WithMarks;

    public readonly bool StartsWord(int length) => ((StartMask >> length) & 1) != 0;

    public readonly uint WritersOf(int length) => (StartWriters >> (4 * length)) & 15;
}
