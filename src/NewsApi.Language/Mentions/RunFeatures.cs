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
        var sums = new RunSums(start);
        sums.GoOnTo(length, text, tags);
        Read(text, sums, tags, rows);
    }

    /// <param name="sums">Of the run.</param>
    public static void Read(MentionText text, in RunSums sums, byte[]? tags, FeatureRows rows)
    {
        var (start, length) = (sums.Start, sums.Length);
        AddLetters(text, start, length, sums.Letters, rows);
        AddPhrases(text, start, length, rows);
        AddContext(text, start, length, rows);
        AddForm(text, sums, rows);
        if (tags is not null)
        {
            AddTags(start, length, sums.Tags, tags, rows);
        }
    }

    static void AddLetters(MentionText text, int start, int length, ulong all, FeatureRows rows)
    {
        var letters = text.Letters.AsSpan(start, length);

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

    static void AddForm(MentionText text, in RunSums sums, FeatureRows rows)
    {
        var (start, length) = (sums.Start, sums.Length);
        rows.Add(FeatureKind.RunShape, sums.Shapes);
        rows.Add(FeatureKind.RunMarks, sums.Marks | ((ulong)text.Enclosed[start] << 8) | ((ulong)text.Enclosed[start + length - 1] << 10));
        rows.Add(FeatureKind.RunMarks, Math.Min(sums.Capitals, 5u) | ((ulong)Math.Min(sums.Lowers, 7u) << 3) | (1UL << 32));
        if (length <= LongestPattern)
        {
            rows.Add(FeatureKind.RunPattern, sums.Pattern);
        }

        if (sums.Capitals == (uint)length && length <= 6)
        {
            rows.Add(
                FeatureKind.RunPerson,
                (uint)length
                    | ((text.Pieces[start].Facts & SyllableFacts.Surname) != 0 ? 1UL << 4 : 0)
                    | ((ulong)sums.Unknown << 5)
                    | ((ulong)sums.Foreign << 9)
                    | ((ulong)text.Pieces[start].Shape << 13)
            );
        }
    }

    static void AddTags(int start, int length, ulong sequence, byte[] tags, FeatureRows rows)
    {
        var sides = ((ulong)tags[start - 1] << 8) | tags[start + length];
        rows.Add(FeatureKind.RunTags, sequence);
        rows.Add(FeatureKind.RunTags, FeatureRows.Join(sequence, sides + 1));
        rows.Add(FeatureKind.RunTags, FeatureRows.Join(1, sides + 1));
        rows.Add(FeatureKind.RunTags, SpanTags.IsInside(tags[start]) ? 3UL : 4);
        rows.Add(FeatureKind.RunTags, SpanTags.IsInside(tags[start + length]) ? 5UL : 6);
    }
}
