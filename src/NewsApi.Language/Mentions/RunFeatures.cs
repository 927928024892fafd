using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Mentions;

/// <summary>The features of a run of pieces that may be one span.</summary>
static class RunFeatures
{
    const NameClass Heads =
        NameClass.BodyHead
        | NameClass.BodyHeadBeforeName
        | NameClass.PlaceHead
        | NameClass.AreaHead
        | NameClass.EventHead
        | NameClass.LawHead
        | NameClass.Title
        | NameClass.TitleModifier
        | NameClass.Honorific;
    const int LongestPattern = 12;

    /// <param name="tags">For each piece what an earlier model found there (<see cref="SpanTags"/>); null for none.</param>
    public static void Read(MentionText text, int start, int length, byte[]? tags, FeatureRows rows)
    {
        AddLetters(text, start, length, rows);
        AddPhrases(text, start, length, rows);
        AddContext(text, start, length, rows);
        AddForm(text, start, length, rows);
        if (tags is not null)
        {
            AddTags(start, length, tags, rows);
        }
    }

    static void AddLetters(MentionText text, int start, int length, FeatureRows rows)
    {
        var letters = text.Letters.AsSpan(start, length);
        var all = 0UL;
        foreach (var piece in letters)
        {
            all = FeatureRows.Join(all, piece);
        }

        rows.Add(FeatureKind.RunLength, (ulong)length);
        rows.Add(FeatureKind.RunFirst, letters[0]);
        rows.Add(FeatureKind.RunLast, letters[^1]);
        rows.Add(FeatureKind.RunFirstAndLast, FeatureRows.Join(letters[0], letters[^1]));
        rows.Add(FeatureKind.RunPieces, all);
        if (length > 1)
        {
            rows.Add(FeatureKind.RunFirstTwo, FeatureRows.Join(letters[0], letters[1]));
            rows.Add(FeatureKind.RunLastTwo, FeatureRows.Join(letters[^2], letters[^1]));
        }
    }

    static void AddPhrases(MentionText text, int start, int length, FeatureRows rows)
    {
        var (exact, head, headLength, longer) = (NameClass.None, NameClass.None, 0, NameClass.None);
        foreach (var match in text.MatchesAt(start))
        {
            exact |= match.Length == length ? match.Classes : NameClass.None;
            longer |= match.Length > length ? match.Classes : NameClass.None;
            if (headLength == 0 && match.Length <= length && (match.Classes & Heads) != 0)
            {
                (head, headLength) = (match.Classes & Heads, match.Length);
            }
        }

        rows.AddBits(FeatureKind.RunPhrase, (ulong)exact);
        rows.AddBits(FeatureKind.RunPhraseWithLength, (ulong)exact, (ulong)Math.Min(length, 4));
        if (exact == NameClass.None)
        {
            rows.Add(FeatureKind.RunNoPhrase, (ulong)Math.Min(length, 6));
        }

        rows.AddBits(FeatureKind.RunHead, (ulong)head, BehindHead(text, start, length, headLength));
        rows.AddBits(FeatureKind.RunHeadWithLength, (ulong)head, (ulong)Math.Min(length - headLength, 8));
        rows.AddBits(FeatureKind.RunCutsPhrase, (ulong)(longer & NameClass.Names), 0);
        rows.AddBits(FeatureKind.RunCutsPhrase, (ulong)(text.Insides[start] & NameClass.Names), 1);
        var crossed = start + length < text.Pieces.Length ? text.Insides[start + length] : NameClass.None;
        rows.AddBits(FeatureKind.RunCutsPhrase, (ulong)(crossed & (NameClass.Names | NameClass.BodyWord)), 2);
    }

    // How what follows the head of a name is written.
    static ulong BehindHead(MentionText text, int start, int length, int headLength) =>
        headLength == length ? 63 : (ulong)text.Pieces[start + headLength].Shape;

    static void AddContext(MentionText text, int start, int length, FeatureRows rows)
    {
        var end = start + length;
        var (before, behind) = (text.Letters[start - 1], text.Letters[end]);
        var shapes = (ulong)text.Pieces[start].Shape | ((ulong)text.Pieces[end - 1].Shape << 8);
        rows.Add(FeatureKind.RunBefore, FeatureRows.Join(before, shapes));
        rows.Add(FeatureKind.RunBehind, FeatureRows.Join(behind, shapes));
        rows.Add(FeatureKind.RunBeforeAndBehind, FeatureRows.Join(before, behind));
        rows.AddBits(FeatureKind.RunPhraseBefore, (ulong)text.Ends[start - 1], shapes);
        rows.AddBits(FeatureKind.RunPhraseBehind, (ulong)text.Begins[end], shapes);
        rows.Add(
            FeatureKind.RunCutsWord,
            (text.Pieces[start].IsJoinedInCover ? 1UL : 0) | (text.Pieces[end].IsJoinedInCover ? 2UL : 0) | (shapes << 2)
        );
    }

    static void AddForm(MentionText text, int start, int length, FeatureRows rows)
    {
        var (shapes, lastShape, pattern) = (0UL, PieceShape.None, 0UL);
        var (capitals, lowers, surnames, unknown, foreign, marks) = (0u, 0u, 0u, 0u, 0u, 0UL);
        for (var at = start; at < start + length; at++)
        {
            ref readonly var piece = ref text.Pieces[at];
            var shape = piece.Shape == PieceShape.CapitalisedAtStart ? PieceShape.Capitalised : piece.Shape;
            shapes = shape == lastShape ? shapes : FeatureRows.Join(shapes, (ulong)shape);
            lastShape = shape;
            pattern = FeatureRows.Join(pattern, CategoryOf(text, at));
            capitals += piece.IsCapital ? 1u : 0;
            lowers += piece.Shape == PieceShape.Lower ? 1u : 0;
            surnames += at == start && (piece.Facts & SyllableFacts.Surname) != 0 ? 1u : 0;
            unknown += (piece.Facts & SyllableFacts.Given) == 0 ? 1u : 0;
            foreign += text.IsForeign[at] ? 1u : 0;
            marks |= MarkOf(text, at);
        }

        rows.Add(FeatureKind.RunShape, shapes);
        rows.Add(FeatureKind.RunMarks, marks | ((ulong)text.Enclosed[start] << 8) | ((ulong)text.Enclosed[start + length - 1] << 10));
        rows.Add(FeatureKind.RunMarks, Math.Min(capitals, 5u) | ((ulong)Math.Min(lowers, 7u) << 3) | (1UL << 32));
        if (length <= LongestPattern)
        {
            rows.Add(FeatureKind.RunPattern, pattern);
        }

        if (capitals == (uint)length && length <= 6)
        {
            rows.Add(
                FeatureKind.RunPerson,
                (uint)length
                    | ((ulong)surnames << 4)
                    | ((ulong)unknown << 5)
                    | ((ulong)foreign << 9)
                    | ((ulong)text.Pieces[start].Shape << 13)
            );
        }
    }

    // Brackets, commas, dashes, stops and quotation marks inside a run.
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

    // A piece by what it does in dates and quantities: numbers by their shape, words of dates by themselves, all else by its class.
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

    static void AddTags(int start, int length, byte[] tags, FeatureRows rows)
    {
        var (sequence, last) = (0UL, (byte)0);
        for (var at = start; at < start + length; at++)
        {
            if (tags[at] != last || at == start)
            {
                sequence = FeatureRows.Join(sequence, tags[at]);
            }

            last = tags[at];
        }

        var sides = ((ulong)tags[start - 1] << 8) | tags[start + length];
        rows.Add(FeatureKind.RunTags, sequence);
        rows.Add(FeatureKind.RunTags, FeatureRows.Join(sequence, sides + 1));
        rows.Add(FeatureKind.RunTags, FeatureRows.Join(1, sides + 1));
        rows.Add(FeatureKind.RunTags, SpanTags.IsInside(tags[start]) ? 3UL : 4);
        rows.Add(FeatureKind.RunTags, SpanTags.IsInside(tags[start + length]) ? 5UL : 6);
    }
}
