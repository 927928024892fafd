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

    /// <summary>Of the folded letters; numbers of one shape have the same.</summary>
    public ulong Hash;
    public PieceShape Shape;

    /// <summary>No blank stands before it.</summary>
    public bool IsGlued;

    /// <summary>No word goes on over the place before it: the sentence's start, an address, more than one blank.</summary>
    public bool IsBarrier;
    public SyllableFacts Facts;

    /// <summary>Bit n is set where a word of the lexicon of n pieces starts here.</summary>
    public byte StartMask;

    /// <summary>Bit n is set where a word of the lexicon of n pieces ends here.</summary>
    public byte EndMask;

    /// <summary>The length of the longest word of the lexicon over the place before this piece, and how much of it stands before the place.</summary>
    public byte CoverLength;
    public byte CoverBefore;

    /// <summary>The cover of the sentence with the fewest words joins this piece to the one before.</summary>
    public bool IsJoinedInCover;

    public readonly bool IsWord => Shape is >= PieceShape.Lower and <= PieceShape.WithMarks;

    public readonly bool IsCapital => Shape is >= PieceShape.Capitalised and <= PieceShape.WithMarks;
}
