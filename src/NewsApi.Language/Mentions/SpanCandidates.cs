using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Mentions;

/// <summary>Which runs of pieces may be a span at all: few enough to look at all of them, and hardly a right one is missing.</summary>
static class SpanCandidates
{
    public const int Longest = 32;

    const NameClass LowerStarts =
        NameClass.BodyHead
        | NameClass.BodyHeadBeforeName
        | NameClass.PlaceHead
        | NameClass.EventHead
        | NameClass.LawHead
        | NameClass.NumberWord
        | NameClass.Comparator
        | NameClass.DateWord
        | NameClass.Names;

    /// <summary>A capital, a number, or a word with which names, dates and quantities begin.</summary>
    public static bool CanStartMention(MentionText text, int at)
    {
        ref readonly var piece = ref text.Pieces[at];
        return piece.IsCapital || piece.Token.Kind == TokenKind.Number || (text.Begins[at] & LowerStarts) != 0;
    }

    /// <summary>A title or a word that goes before one, or any capital: titles are many.</summary>
    public static bool CanStartPosition(MentionText text, int at) =>
        (text.Begins[at] & (NameClass.Title | NameClass.TitleModifier)) != 0 || text.Pieces[at].IsCapital;

    /// <summary>No span goes on over the piece.</summary>
    public static bool IsBarrier(MentionText text, int at)
    {
        ref readonly var piece = ref text.Pieces[at];
        return piece.Shape switch
        {
            PieceShape.Symbol => true,
            PieceShape.OtherMark => text.Text[piece.Token.Span.Start] is not ('(' or ')' or '"' or '“' or '”' or '‘' or '’' or '\'' or '‰'),
            PieceShape.Stop => !IsInnerStop(text, at),
            _ => false,
        };
    }

    /// <summary>A word, a number, a closing bracket or quotation mark, a sign of percent.</summary>
    public static bool CanEnd(MentionText text, int at)
    {
        ref readonly var piece = ref text.Pieces[at];
        return piece.IsWord
            || piece.Token.Kind == TokenKind.Number
            || piece.Shape == PieceShape.Percent
            || (piece.Shape == PieceShape.OtherMark && text.Text[piece.Token.Span.Start] is ')' or '”' or '"' or '’' or '‰')
            || (piece.Shape == PieceShape.Stop && IsInnerStop(text, at) && piece.IsGlued);
    }

    // "TP. HCM", "St. Petersburg": behind an initial or an abbreviation, which is no syllable ("ở Lào Cai. Theo").
    static bool IsInnerStop(MentionText text, int at)
    {
        ref readonly var before = ref text.Pieces[at - 1];
        return text.Pieces[at].IsGlued
            && before.IsCapital
            && before.Token.Span.Length <= 3
            && at + 1 < text.End
            && text.IsCapital(at + 1)
            && IsShortened(before.Token.Span.Of(text.Text));
    }

    static bool IsShortened(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter) && VietnameseSyllable.IsOne(Folding.Fold(word.ToString())))
            {
                return false;
            }
        }

        return true;
    }
}
