using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Mentions;

/// <summary>A phrase of the lexicons in a line: how many pieces it has, and what it may be.</summary>
readonly record struct NameMatch(int Length, NameClass Classes);

/// <summary>
/// A line as the finder of names sees it: its pieces, with <see cref="PieceReader.Padding"/> that stand for nothing on each side, and what
/// the lexicons know of every run of them. All arrays go by piece.
/// </summary>
sealed class MentionText
{
    const int LongestPhrase = 14;

    readonly List<NameMatch> matches = [];
    readonly int[] matchStarts;

    MentionText(string text, string folded, WordPiece[] pieces)
    {
        (Text, Folded, Pieces) = (text, folded, pieces);
        (Begins, Insides, Ends) = (new NameClass[pieces.Length], new NameClass[pieces.Length], new NameClass[pieces.Length]);
        (Letters, IsForeign, Enclosed) = (new ulong[pieces.Length], new bool[pieces.Length], new byte[pieces.Length]);
        StartsSentence = new bool[pieces.Length];
        Forms = new PieceForm[pieces.Length];
        matchStarts = new int[pieces.Length + 1];
    }

    /// <summary>NFC.</summary>
    public string Text { get; }
    public string Folded { get; }
    public WordPiece[] Pieces { get; }

    /// <summary>The hash of each piece's folded letters, also of numbers.</summary>
    public ulong[] Letters { get; }

    /// <summary>Letters that no Vietnamese syllable has.</summary>
    public bool[] IsForeign { get; }

    /// <summary>Of what the longest phrase of each class begins at the piece, goes on over it, ends at it.</summary>
    public NameClass[] Begins { get; }
    public NameClass[] Insides { get; }
    public NameClass[] Ends { get; }

    /// <summary>Whether the piece stands in brackets or quotation marks: bit 0 and bit 1.</summary>
    public byte[] Enclosed { get; }

    /// <summary>Whether a sentence begins with the piece: no name goes on over it.</summary>
    public bool[] StartsSentence { get; }

    /// <summary>What a run of pieces looks like, piece by piece.</summary>
    public PieceForm[] Forms { get; }

    public const int First = PieceReader.Padding;

    /// <summary>Behind the last piece.</summary>
    public int End => Pieces.Length - PieceReader.Padding;

    /// <summary>The phrases that begin at a piece.</summary>
    public ReadOnlySpan<NameMatch> MatchesAt(int start) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(matches)[matchStarts[start]..matchStarts[start + 1]];

    /// <summary>What the lexicons say of exactly these pieces.</summary>
    public NameClass ClassesOf(int start, int length)
    {
        var classes = NameClass.None;
        foreach (var match in MatchesAt(start))
        {
            classes |= match.Length == length ? match.Classes : NameClass.None;
        }

        return classes;
    }

    public TextSpan SpanOf(int start, int length) => new(Pieces[start].Token.Span.Start, Pieces[start + length - 1].Token.Span.End);

    public static MentionText Read(string text, SentenceSplitter sentences, PieceReader reader, NameLexicon lexicon)
    {
        var folded = Folding.Fold(text);
        var parts = sentences.Split(text, new TextSpan(0, text.Length)).ToList();
        var read = new MentionText(text, folded, reader.Read(text, folded, parts));
        read.FindStarts(parts);
        for (var at = First; at < read.End; at++)
        {
            var token = read.Pieces[at].Token;
            var letters = token.Span.Of(folded);
            read.Letters[at] = token.Kind == TokenKind.Number ? NameLexicon.Hash(letters) : read.Pieces[at].Hash;
            read.IsForeign[at] = token.Kind == TokenKind.Word && !VietnameseSyllable.IsOne(letters);
        }

        for (var at = First; at < read.Pieces.Length; at++)
        {
            read.matchStarts[at] = read.matches.Count;
            if (at < read.End)
            {
                read.FindPhrases(at, lexicon);
            }
        }

        read.matchStarts[^1] = read.matches.Count;
        read.FindEnclosed();
        for (var at = First; at < read.End; at++)
        {
            read.Forms[at] = PieceForm.Of(read, at);
        }

        return read;
    }

    void FindStarts(List<TextSpan> sentences)
    {
        var at = First;
        foreach (var sentence in sentences)
        {
            while (at < End && Pieces[at].Token.Span.Start < sentence.Start)
            {
                at++;
            }

            if (at < End)
            {
                StartsSentence[at] = true;
            }
        }
    }

    void FindEnclosed()
    {
        var (inBrackets, inQuotes) = (false, false);
        for (var at = First; at < End; at++)
        {
            var letter = Text[Pieces[at].Token.Span.Start];
            inBrackets = letter == '(' || (inBrackets && letter != ')');
            inQuotes = letter == '“' || (letter == '"' ? !inQuotes : inQuotes && letter != '”');
            Enclosed[at] = (byte)((inBrackets ? 1 : 0) | (inQuotes ? 2 : 0));
        }
    }

    void FindPhrases(int start, NameLexicon lexicon)
    {
        Span<NameClass> byLength = stackalloc NameClass[LongestPhrase + 1];
        byLength.Clear();
        var isCapital = IsCapital(start);
        FindPhrases(start, lexicon, NameLexicon.AnyCase, false, byLength);
        FindPhrases(start, lexicon, NameLexicon.AsWritten, isCapital, byLength);
        if (Pieces[start].Shape == PieceShape.CapitalisedAtStart)
        {
            FindPhrases(start, lexicon, NameLexicon.AsWritten, false, byLength);
        }

        var seen = NameClass.None;
        for (var length = LongestPhrase; length > 0; length--)
        {
            if (byLength[length] is var classes && classes != NameClass.None)
            {
                matches.Add(new NameMatch(length, classes));
                Mark(start, length, classes & ~seen);
                seen |= classes;
            }
        }
    }

    void FindPhrases(int start, NameLexicon lexicon, ulong run, bool isCapital, Span<NameClass> byLength)
    {
        var isAnyCase = run == NameLexicon.AnyCase;
        var hasCapital = false;
        for (var length = 1; length <= LongestPhrase && start + length <= End; length++)
        {
            var at = start + length - 1;
            var capital = length == 1 ? isCapital : IsCapital(at);
            hasCapital |= IsCapital(at);
            run = NameLexicon.Extend(run, Letters[at], !isAnyCase && capital);
            var classes = lexicon.Find(run);
            // The name of a body or an event has a capital somewhere; the words around names need none.
            var allowed = isAnyCase && !hasCapital ? classes & ~(NameClass.Bodies | NameClass.Event | NameClass.Law) : classes;
            byLength[length] |= allowed & ~NameClass.Prefix;
            if ((classes & NameClass.Prefix) == 0)
            {
                break;
            }
        }
    }

    // In a line in capitals the shapes were taken away.
    public bool IsCapital(int at) => char.IsUpper(Text[Pieces[at].Token.Span.Start]);

    void Mark(int start, int length, NameClass classes)
    {
        Begins[start] |= classes;
        Ends[start + length - 1] |= classes;
        for (var at = start + 1; at < start + length; at++)
        {
            Insides[at] |= classes;
        }
    }
}
