using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Mentions;

/// <summary>What a piece adds to the form of a run that it is in.</summary>
/// <param name="Shape">As inside a sentence.</param>
/// <param name="Category">By what it does in dates and quantities: numbers by their shape, words of dates by themselves, all else by its class.</param>
/// <param name="Marks">Brackets, commas, dashes, stops and quotation marks, a bit for each.</param>
readonly record struct PieceForm(PieceShape Shape, ulong Category, byte Marks)
{
    public static PieceForm Of(MentionText text, int at)
    {
        var shape = text.Pieces[at].Shape;
        return new PieceForm(
            shape == PieceShape.CapitalisedAtStart ? PieceShape.Capitalised : shape,
            CategoryOf(text, at),
            (byte)MarkOf(text, at)
        );
    }

    static ulong MarkOf(MentionText text, int at) =>
        text.Pieces[at].Shape switch
        {
            PieceShape.Comma => 1UL,
            PieceShape.Dash => 2,
            PieceShape.Stop => 4,
            PieceShape.Slash => 8,
            PieceShape.OtherMark => text.Text[text.Pieces[at].Token.Span.Start] switch
            {
                '(' => 16UL,
                ')' => 32,
                _ => 64UL,
            },
            _ => 0UL,
        };

    static ulong CategoryOf(MentionText text, int at)
    {
        ref readonly var piece = ref text.Pieces[at];
        var classes = text.Begins[at] | text.Insides[at];
        return piece.Token.Kind == TokenKind.Number ? (ulong)piece.Shape
            : (classes & NameClass.DateWord) != 0 ? text.Letters[at]
            : (classes & NameClass.NumberWord) != 0 ? 100UL
            : (classes & NameClass.Comparator) != 0 ? 101UL
            : (classes & NameClass.Money) != 0 ? 102UL
            : (classes & NameClass.Unit) != 0 ? 103UL
            : (classes & NameClass.Counted) != 0 ? 104UL
            : !piece.IsWord ? 200UL + (ulong)piece.Shape
            : piece.IsCapital ? 105UL
            : 106UL;
    }
}
