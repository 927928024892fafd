using NewsApi.Language.Lexicons;
using NewsApi.Language.Reading;

namespace NewsApi.Language.Zoning;

/// <summary>The one class that best tells what a line looks like on its own. Neighbours are compared by it.</summary>
public enum LineShape
{
    Edge,
    RelatedHeading,
    Widget,
    Footer,
    CaptionMarker,
    InlineMarker,
    DateOnly,
    DateWithRest,
    Credit,
    Byline,
    Source,
    Category,
    Tiny,
    Slug,
    Repeat,
    ShortOpen,
    ShortStop,
    LongOpen,
    LongStop,
}

/// <summary>How a line ends.</summary>
public enum LineEnd
{
    Letter,
    Digit,
    Stop,
    Ellipsis,
    Question,
    Exclamation,
    Colon,
    Comma,
    Quote,
    QuoteAfterStop,
    Bracket,
    Other,
}

/// <summary>How a line begins.</summary>
public enum LineStart
{
    Upper,
    Lower,
    Digit,
    Bullet,
    Quote,
    Bracket,
    Tag,
    Other,
}

/// <summary>What can be seen of one line without looking at others. Texts are NFC.</summary>
public sealed class LineFacts
{
    public required Line Line { get; init; }

    /// <summary>Folded, white space runs as one blank: what lines are compared by.</summary>
    public required string Key { get; init; }

    public required LineCues Cues { get; init; }
    public required DateReading Date { get; init; }
    public required Credit? Credit { get; init; }
    public required NameLine Names { get; init; }
    public required LineEnd End { get; set; }
    public required LineStart Start { get; init; }
    public LineShape Shape { get; internal set; }
    public int Syllables { get; init; }

    /// <summary>The <see cref="SyllableHash"/> of each syllable, folded, with <see cref="ClauseEnd"/> for each mark that ends a clause.</summary>
    internal uint[] SyllableHashes { get; init; } = [];

    internal const uint ClauseEnd = 0;

    /// <summary>Sentence ends inside the line, the last one not counted.</summary>
    public int InnerStops { get; init; }

    /// <summary>Syllables that begin with a capital, in percent.</summary>
    public int CapitalShare { get; init; }

    /// <summary>Letters that are capitals, in percent.</summary>
    public int UpperShare { get; init; }

    /// <summary>Function words among the syllables, in percent.</summary>
    public int FunctionShare { get; init; }

    /// <summary>Digits among the characters, in percent.</summary>
    public int DigitShare { get; init; }

    public bool HasSpeechVerb { get; init; }
    public bool IsCategory { get; init; }
    public bool IsOutlet { get; init; }
    public bool HasOutletDateline { get; init; }
    public bool HasAddress { get; init; }
    public bool HasMenuMark { get; init; }
    public bool HasGaps { get; init; }
    public bool HasMediaTag { get; init; }
    public bool IsAscii { get; init; }

    /// <summary>The line is one text written twice ("Tựa bài Tựa bài"): the length of the first copy, else 0.</summary>
    public int DoubledLength { get; init; }

    public string Text => Line.Text;

    /// <summary>Characters of the line, of one copy where it is one text twice, of the whole paragraph where it was broken at a fixed width.</summary>
    public int Length =>
        WrapPart != WrapPart.None ? joinedLength
        : DoubledLength > 0 ? DoubledLength
        : Line.Text.Length;

    /// <summary>Where in a paragraph that was broken at a fixed width the line stands.</summary>
    public WrapPart WrapPart { get; private set; }

    /// <summary>"Ngày 12/12, tại Hà Nội, …", "Sáng 14/12, …": how news begin.</summary>
    public bool OpensWithDay { get; init; }

    /// <summary>"Trưởng phòng Thủy lợi Lê Văn Tám: Các xã nên …": a person, a colon, what the person says.</summary>
    public bool HasNamedSpeaker => SpeakerLength > 0;

    /// <summary>Characters before that colon; 0 where no person with a position speaks.</summary>
    public int SpeakerLength { get; init; }

    public ReadOnlySpan<char> Speaker => Text.AsSpan(0, SpeakerLength);

    /// <summary>Running text: 140 characters and more that end as a sentence ends.</summary>
    public bool IsLongStop => Length >= 140 && EndsSentence;

    public bool EndsSentence => End is LineEnd.Stop or LineEnd.QuoteAfterStop or LineEnd.Question or LineEnd.Exclamation;

    int joinedLength;

    /// <summary>Has the line seen as a part of its paragraph, which has this length and this end.</summary>
    internal void Join(int length, LineEnd end, WrapPart part)
    {
        (joinedLength, End, WrapPart) = (length, end, part);
        Shape = LineObserver.ShapeOf(this);
    }
}
