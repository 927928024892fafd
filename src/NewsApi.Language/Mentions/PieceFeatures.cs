using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Mentions;

/// <summary>The features of a piece: what it is, what stands around it, what the lexicons know there.</summary>
static class PieceFeatures
{
    const SyllableFacts NameFacts = SyllableFacts.Surname | SyllableFacts.Given;
    const NameClass Heads =
        NameClass.BodyHead
        | NameClass.BodyHeadBeforeName
        | NameClass.Title
        | NameClass.Honorific
        | NameClass.PlaceHead
        | NameClass.AreaHead
        | NameClass.EventHead
        | NameClass.LawHead;
    const int FarthestHead = 8;

    /// <param name="tags">For each piece what an earlier model found there (<see cref="SpanTags"/>); null for none.</param>
    public static void Read(MentionText text, int at, byte[]? tags, FeatureRows rows)
    {
        AddLetters(text.Letters, at, rows);
        AddShapes(text, at, rows);
        AddPhrases(text, at, rows);
        AddNames(text, at, rows);
        AddPlace(text, at, rows);
        if (tags is not null)
        {
            rows.Add(FeatureKind.TagHere, tags[at]);
            rows.Add(FeatureKind.TagBefore, FeatureRows.Join(tags[at - 1], tags[at]));
            rows.Add(FeatureKind.TagBehind, FeatureRows.Join(tags[at + 1], FeatureRows.Join(tags[at], tags[at + 2])));
        }
    }

    static void AddLetters(ulong[] letters, int at, FeatureRows rows)
    {
        rows.Add(FeatureKind.Piece, letters[at]);
        rows.Add(FeatureKind.PieceBefore, letters[at - 1]);
        rows.Add(FeatureKind.PieceBehind, letters[at + 1]);
        rows.Add(FeatureKind.SecondBefore, letters[at - 2]);
        rows.Add(FeatureKind.SecondBehind, letters[at + 2]);
        rows.Add(FeatureKind.PieceAndBefore, FeatureRows.Join(letters[at - 1], letters[at]));
        rows.Add(FeatureKind.PieceAndBehind, FeatureRows.Join(letters[at], letters[at + 1]));
        rows.Add(FeatureKind.BeforeAndBehind, FeatureRows.Join(letters[at - 1], letters[at + 1]));
        rows.Add(FeatureKind.TwoBefore, FeatureRows.Join(letters[at - 2], letters[at - 1]));
        rows.Add(FeatureKind.TwoBehind, FeatureRows.Join(letters[at + 1], letters[at + 2]));
    }

    static void AddShapes(MentionText text, int at, FeatureRows rows)
    {
        var pieces = text.Pieces;
        var (before, here, behind) = ((ulong)pieces[at - 1].Shape, (ulong)pieces[at].Shape, (ulong)pieces[at + 1].Shape);
        var around = before | (here << 8) | (behind << 16);
        rows.Add(FeatureKind.Shape, here);
        rows.Add(FeatureKind.ShapeAndBefore, before | (here << 8));
        rows.Add(FeatureKind.ShapeAndBehind, here | (behind << 8));
        rows.Add(FeatureKind.ShapesAround, around);
        rows.Add(FeatureKind.ShapesFarAround, around | ((ulong)pieces[at - 2].Shape << 24) | ((ulong)pieces[at + 2].Shape << 32));
        rows.Add(FeatureKind.PieceWithShape, FeatureRows.Join(text.Letters[at], here));
        rows.Add(FeatureKind.BeforeWithShape, FeatureRows.Join(text.Letters[at - 1], here));
        rows.Add(FeatureKind.BehindWithShape, FeatureRows.Join(text.Letters[at + 1], here));
    }

    static void AddPhrases(MentionText text, int at, FeatureRows rows)
    {
        rows.AddBits(FeatureKind.PhraseBegins, (ulong)text.Begins[at]);
        rows.AddBits(FeatureKind.PhraseGoesOn, (ulong)text.Insides[at]);
        rows.AddBits(FeatureKind.PhraseEnds, (ulong)text.Ends[at]);
        rows.AddBits(FeatureKind.PhraseEndsBefore, (ulong)text.Ends[at - 1]);
        rows.AddBits(FeatureKind.PhraseBeginsBehind, (ulong)text.Begins[at + 1]);
        rows.AddBits(FeatureKind.PhraseWithShape, (ulong)(text.Begins[at] | text.Insides[at]), (ulong)text.Pieces[at].Shape);
        var head = at - 1;
        while (head >= MentionText.First && at - head < FarthestHead && (text.Ends[head] & Heads) == 0)
        {
            head--;
        }

        if (head >= MentionText.First && (text.Ends[head] & Heads) != 0)
        {
            rows.AddBits(
                FeatureKind.LastPhrase,
                (ulong)(text.Ends[head] & Heads),
                ((ulong)(at - head) << 8) | (ulong)text.Pieces[at].Shape
            );
        }
    }

    static void AddNames(MentionText text, int at, FeatureRows rows)
    {
        ref readonly var piece = ref text.Pieces[at];
        rows.Add(FeatureKind.NameSyllables, NameFactsOf(text, at) | (NameFactsOf(text, at - 1) << 4) | (NameFactsOf(text, at + 1) << 8));
        if (piece.Token.Kind == TokenKind.Word && text.IsForeign[at])
        {
            var letters = piece.Token.Span.Of(text.Folded);
            rows.Add(FeatureKind.Opening, NameLexicon.Hash(letters[..Math.Min(3, letters.Length)]));
            rows.Add(FeatureKind.Ending, NameLexicon.Hash(letters[^Math.Min(3, letters.Length)..]));
        }
    }

    static ulong NameFactsOf(MentionText text, int at) =>
        ((text.Pieces[at].Facts & SyllableFacts.Surname) != 0 ? 1UL : 0)
        | ((text.Pieces[at].Facts & SyllableFacts.Given) != 0 ? 2UL : 0)
        | (text.IsForeign[at] ? 4UL : 0)
        | (text.Pieces[at].IsCapital ? 8UL : 0);

    static void AddPlace(MentionText text, int at, FeatureRows rows)
    {
        ref readonly var piece = ref text.Pieces[at];
        ref readonly var behind = ref text.Pieces[at + 1];
        rows.Add(FeatureKind.WordJoin, Bit(piece.IsJoinedInCover) | (Bit(behind.IsJoinedInCover) << 1) | ((ulong)piece.Shape << 2));
        rows.Add(FeatureKind.Glue, Bit(piece.IsGlued) | (Bit(behind.IsGlued) << 1) | ((ulong)piece.Shape << 2));
        rows.Add(FeatureKind.Enclosed, text.Enclosed[at] | ((ulong)piece.Shape << 2));
    }

    static ulong Bit(bool value) => value ? 1UL : 0;
}
