using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>Turns what was seen of a page into the numbered features of each line.</summary>
public static partial class FeatureExtractor
{
    /// <summary>The features of each line of <paramref name="page"/>, in its order.</summary>
    public static int[][] Extract(PageFacts page)
    {
        var context = new PageContext(page);
        var features = new int[page.Lines.Count][];
        var active = new List<int>(96);
        for (var i = 0; i < features.Length; i++)
        {
            active.Clear();
            active.Add(Bias);
            active.Add(PageText.Of(page.CoreLength));
            AddIf(active, page.HasMessage, PageIsMessage);
            AddShape(active, page.Lines[i]);
            AddCues(active, page.Lines[i].Cues);
            AddSigns(active, page.Lines[i]);
            AddDate(active, page, context, i);
            AddCredit(active, page, i);
            AddRepeats(active, page, i);
            AddPlace(active, page, context, i);
            AddNeighbours(active, page, i);
            ZoneRules.AddFeatures(active, page, i);
            features[i] = [.. active];
        }

        return features;
    }

    static void AddShape(List<int> active, LineFacts line)
    {
        active.Add(Length.Of(line.Length));
        active.Add(Syllables.Of(line.Syllables));
        active.Add(InnerStops.Of(line.InnerStops));
        active.Add(Capitals.Of(line.CapitalShare));
        active.Add(UpperLetters.Of(line.UpperShare));
        active.Add(Functions.Of(line.FunctionShare));
        active.Add(Digits.Of(line.DigitShare));
        active.Add(Start[(int)line.Start]);
        active.Add(End[(int)line.End]);
        active.Add(Shape[(int)line.Shape]);
        active.Add(Wrap[(int)line.WrapPart]);
        active.Add(LengthByEnd.Of(Length.IndexOf(line.Length), (int)line.End));
    }

    static void AddCues(List<int> active, LineCues cues)
    {
        for (var i = 0; i < WholeCue.Length; i++)
        {
            var cue = (PageCues)(1 << i);
            AddIf(active, (cues.Whole & cue) != 0, WholeCue[i]);
            AddIf(active, (cues.Start & cue) != 0, StartCue[i]);
            AddIf(active, (cues.Within & cue) != 0, WithinCue[i]);
        }
    }

    static void AddSigns(List<int> active, LineFacts line)
    {
        AddIf(active, line.HasSpeechVerb, SpeechVerb);
        AddIf(active, line.IsCategory, Category);
        AddIf(active, line.IsOutlet, Outlet);
        AddIf(active, line.HasOutletDateline, Dateline);
        AddIf(active, line.HasAddress, Address);
        AddIf(active, line.HasMenuMark, MenuMark);
        AddIf(active, line.HasMediaTag, MediaTag);
        AddIf(active, line.IsAscii && line.Syllables >= 3, Ascii);
        AddIf(active, line.UpperShare >= 95 && line.Syllables >= 2, AllCapitals);
        AddIf(active, line.Names.IsAll, NamesOnly);
        AddIf(active, line.Names.IsAll && line.Names.HasSurname, Surname);
        AddIf(active, line.Names.IsAll && line.Names.IsKnown, KnownName);
        AddIf(active, line.Names.IsAll && !line.Names.Bracket.IsEmpty, NameInBrackets);
        AddIf(active, HasSpeaker(line), SpeakerColon);
        AddIf(active, line.HasNamedSpeaker, NamedSpeaker);
        AddIf(active, line.OpensWithDay, OpensWithDay);
    }

    // "Trưởng ban Đối ngoại Trung ương Hoàng Bình Quân: Ba cơ quan nên …": capitals, then a colon, then a sentence.
    static bool HasSpeaker(LineFacts line)
    {
        var colon = line.Text.AsSpan(0, Math.Min(line.Text.Length, 140)).IndexOf(": ");
        return colon > 8 && line.EndsSentence && line.Text.Length - colon > 30 && line.Text.AsSpan(0, colon).IndexOfAny(".!?") < 0;
    }

    static bool IsStatement(LineFacts line) => line.Length > 120 && HasSpeaker(line);

    static void AddDate(List<int> active, PageFacts page, PageContext context, int i)
    {
        var date = page.Lines[i].Date;
        if (!date.IsAny)
        {
            return;
        }

        active.Add(
            date switch
            {
                { IsRelative: true } => DateRelative,
                { Date: null } => TimeOnly,
                { Time: null } => DateOnly,
                _ => DateAndTime,
            }
        );
        AddIf(active, date.Rest.Length is > 0 and < 40, DateThenCategory);
        AddIf(active, context.FirstDateLine == i, FirstDate);
    }

    static void AddCredit(List<int> active, PageFacts page, int i)
    {
        AddIf(active, i + 1 < page.Lines.Count && page.Lines[i + 1].Credit is { Text.Length: 0 }, NextCreditAlone);
        if (page.Lines[i].Credit is not { } credit)
        {
            return;
        }

        active.Add(credit.Text.IsEmpty ? CreditAlone : CreditAtEnd);
        active.Add(CreditTextLength.Of(credit.Text.Length));
    }

    static void AddRepeats(List<int> active, PageFacts page, int i)
    {
        var repeats = page.Repeats;
        AddIf(active, repeats.SameAsPrevious(i), SameAsPrevious);
        AddIf(active, repeats.SameAsNext(i), SameAsNext);
        AddIf(active, repeats.SameAsPrevious(i, 2), SameAsSecondPrevious);
        AddIf(active, repeats.SameAsNext(i, 2), SameAsSecondNext);
        AddIf(active, i > 0 && repeats.SameAsPrevious(i - 1), PreviousIsRepeat);
        AddIf(active, repeats.HasEarlier(i), RepeatedEarlier);
        AddIf(active, repeats.HasLater(i), RepeatedLater);
        AddIf(active, page.Lines[i].DoubledLength > 0, Doubled);
        AddIf(active, i > 0 && page.Lines[i - 1].DoubledLength > 0, PreviousDoubled);
        AddIf(active, i > 0 && !repeats.Same(i, i - 1) && repeats.IsCutOf(i, i - 1), CutOfPrevious);
        AddIf(active, i + 1 < page.Lines.Count && !repeats.Same(i, i + 1) && repeats.IsCutOf(i, i + 1), CutOfNext);
        if (page.Headline < 0)
        {
            return;
        }

        AddIf(active, i == page.Headline, IsHeadlineGuess);
        AddIf(active, i != page.Headline && repeats.Same(i, page.Headline), EqualsHeadline);
        if (i != page.Headline)
        {
            active.Add(HeadlineCovered.Of(page.Affinity.Covers(i, page.Headline)));
        }

        active.Add(i >= page.Headline ? SinceHeadline.Of(i - page.Headline) : BeforeHeadline.Of(page.Headline - i));
    }

    static void AddPlace(List<int> active, PageFacts page, PageContext context, int i)
    {
        var place = PlaceOf(page, i);
        active.Add(Place[place]);
        active.Add(ShapeByPlace.Of((int)page.Lines[i].Shape, place));
        AddHeadlinePlace(active, page, context, i);
        active.Add(StartByPlace.Of((int)page.Lines[i].Start, place));
        AddFirstText(active, page, i);
        AddCard(active, page, i, place);
        active.Add(FromTop.Of(i));
        active.Add(FromBottom.Of(page.Lines.Count - 1 - i));
        if (place == 1)
        {
            active.Add(BeforeCore.Of(page.CoreStart - i));
        }
        else if (place == 3)
        {
            active.Add(AfterCore.Of(i - page.CoreEnd));
        }

        if (page.Lines[i].Length <= 400)
        {
            active.Add(Affinity.Of(page.Affinity.WithCore(i)));
        }

        active.Add(ShortRun.Of(context.ShortRun[i]));
        active.Add(LongNear.Of(context.LongNear[i]));
        active.Add(RepeatsNear.Of(context.RepeatsNear[i]));
        active.Add(DatesNear.Of(context.DatesNear[i]));
        AddIf(active, page.Lines[i].Names.IsAll && context.LongNear[i] > 0, NamesOnlyInText);
        AddSince(active, SinceRelated, context.SinceRelatedHeading[i]);
        AddSince(active, SinceMarker, context.SinceInlineMarker[i]);
        AddSince(active, SinceComments, context.SinceComments[i]);
        AddSince(active, SinceTags, context.SinceTags[i]);
        AddSince(active, SinceFooter, context.SinceFooter[i]);
        AddSince(active, SinceMenu, context.SinceMenu[i]);
    }

    static void AddCard(List<int> active, PageFacts page, int i, int place)
    {
        var part = (int)page.CardPartOf(i);
        active.Add(Card[part]);
        active.Add(CardByPlace.Of(part, place));
        if (part != 0)
        {
            active.Add(CardByGroup.Of(part, CardGroup.IndexOf(page.Cards.GroupSize(i))));
        }

        active.Add(ShapeByNextCard.Of((int)page.Lines[i].Shape, i + 1 < page.Lines.Count ? (int)page.CardPartOf(i + 1) : 0));
        active.Add(CardByEnd.Of(part, (int)page.Lines[i].End));
        active.Add(NextCard[i + 1 < page.Lines.Count ? (int)page.CardPartOf(i + 1) : 0]);
        active.Add(PreviousCard[i > 0 ? (int)page.CardPartOf(i - 1) : 0]);
    }

    static void AddFirstText(List<int> active, PageFacts page, int i)
    {
        if (page.FirstText < 0)
        {
            return;
        }

        AddIf(active, i == page.FirstText + 1, AfterFirstText);
        if (i != page.FirstText)
        {
            return;
        }

        active.Add(FirstText);
        var hasNext = i + 1 < page.Lines.Count;
        var isApart = hasNext && page.BlanksBefore[i + 1] > 0;
        AddIf(active, !hasNext || isApart || !page.Lines[i + 1].IsLongStop, FirstTextSetOff);
        active.Add(FirstTextByNext[(int)ShapeAt(page, i + 1)]);
        active.Add(FirstTextByNextCard[hasNext ? (int)page.CardPartOf(i + 1) : 0]);
        active.Add(
            FirstTextByBlanks[
                !isApart ? 0
                : page.TypicalBlanks ? 1
                : 2
            ]
        );
    }

    static void AddHeadlinePlace(List<int> active, PageFacts page, PageContext context, int i)
    {
        var line = page.Lines[i];
        var place = HeadlinePlaceOf(page, i);
        var length = Length.IndexOf(line.Length);
        var near = NearLength.IndexOf(context.NearLength[i]);
        active.Add(ShapeByHeadline.Of((int)line.Shape, place));
        active.Add(LengthByHeadline.Of(length, place));
        active.Add(EndByHeadline.Of((int)line.End, place));
        active.Add(NearLengthByHeadline.Of(near, place));
        active.Add(LengthByNearLength.Of(length, near));
        active.Add(NearLength.Of(context.NearLength[i]));
        for (var cue = 0; cue < WholeCue.Length; cue++)
        {
            AddIf(active, ((int)line.Cues.Start & (1 << cue)) != 0, StartCueByLength.Of(cue, length));
            AddIf(active, ((int)line.Cues.Whole & (1 << cue)) != 0, WholeCueByHeadline.Of(cue, place));
        }

        var repeat = (page.Repeats.HasEarlier(i) ? 1 : 0) + (page.Repeats.HasLater(i) ? 2 : 0);
        if (repeat > 0)
        {
            active.Add(RepeatByLength.Of(repeat - 1, length));
        }
    }

    static int HeadlinePlaceOf(PageFacts page, int i)
    {
        if (page.Headline < 0)
        {
            return 0;
        }

        return i < page.Headline ? 1
            : i == page.Headline ? 2
            : i < page.FirstText ? 3
            : i <= page.CoreEnd ? 4
            : 5;
    }

    static int PlaceOf(PageFacts page, int i)
    {
        if (!page.HasCore)
        {
            return 0;
        }

        return i < page.CoreStart ? 1
            : i <= page.CoreEnd ? 2
            : 3;
    }

    static void AddNeighbours(List<int> active, PageFacts page, int i)
    {
        var shape = (int)page.Lines[i].Shape;
        var previous = (int)ShapeAt(page, i - 1);
        var next = (int)ShapeAt(page, i + 1);
        var before = page.BlanksBefore[i];
        var after = i + 1 < page.Lines.Count ? page.BlanksBefore[i + 1] : page.BlanksAtEnd;
        active.Add(BlanksBefore.Of(before));
        active.Add(BlanksAfter.Of(after));
        active.Add(ShapeByBlanks.Of(shape, (before > 0 ? 1 : 0) + (after > 0 ? 2 : 0)));
        active.Add(PreviousShape.Of(previous, shape));
        active.Add(NextShape.Of(shape, next));
        active.Add(AroundShape.Of(previous, next));
        active.Add(LengthByNextShape.Of(Length.IndexOf(page.Lines[i].Length), next));
        active.Add(SecondNext[(int)ShapeAt(page, i + 2)]);
        active.Add(SecondPrevious[(int)ShapeAt(page, i - 2)]);
        AddIf(
            active,
            HasNear(page, i - Statements.Near, i - 1, IsStatement) || HasNear(page, i + 1, i + Statements.Near, IsStatement),
            SpeakerColonNear
        );
        AddNamedSpeakers(active, page, i);
        AddIf(active, before > 0 != page.TypicalBlanks, UnusualBlankBefore);
        AddIf(active, after > 0 != page.TypicalBlanks, UnusualBlankAfter);
        AddIf(active, page.TypicalBlanks && before > 0 && after > 0 && i > 0 && page.BlanksBefore[i - 1] == 0, ApartAfterRun);
        AddIf(active, HasSameBullet(page, i, i - 1), SameStartBefore);
        AddIf(active, HasSameBullet(page, i, i + 1), SameStartAfter);
        var longBefore = i > 0 && page.Lines[i - 1].IsLongStop;
        var longAfter = i + 1 < page.Lines.Count && page.Lines[i + 1].IsLongStop;
        AddIf(active, longBefore, LongBefore);
        AddIf(active, longAfter, LongAfter);
        AddIf(active, longAfter && !page.Lines[i].EndsSentence && page.Lines[i].Length < 100, BeforeText);
    }

    // Boxed statements stand in a row, one for each speaker, now and then with a second paragraph between.
    static void AddNamedSpeakers(List<int> active, PageFacts page, int i)
    {
        var before = HasNear(page, i - Statements.Near, i - 1, line => line.HasNamedSpeaker);
        var after = HasNear(page, i + 1, i + Statements.Near, line => line.HasNamedSpeaker);
        AddIf(active, before || after, NamedSpeakerNear);
        AddIf(active, (before || after) && page.Lines[i].HasNamedSpeaker, NamedSpeakerInRow);
        AddIf(active, before && after && !page.Lines[i].HasNamedSpeaker, BetweenNamedSpeakers);
    }

    static bool HasNear(PageFacts page, int from, int to, Func<LineFacts, bool> isOne)
    {
        for (var near = Math.Max(0, from); near <= Math.Min(page.Lines.Count - 1, to); near++)
        {
            if (isOne(page.Lines[near]))
            {
                return true;
            }
        }

        return false;
    }

    static bool HasSameBullet(PageFacts page, int i, int other) =>
        other >= 0
        && other < page.Lines.Count
        && page.Lines[i].Start == LineStart.Bullet
        && page.Lines[i].Text[0] == page.Lines[other].Text[0];

    static LineShape ShapeAt(PageFacts page, int i)
    {
        if (i < 0 || i >= page.Lines.Count)
        {
            return LineShape.Edge;
        }

        // A repeated line tells more by its repetition than by its length.
        var shape = page.Lines[i].Shape;
        return shape is LineShape.ShortOpen or LineShape.LongOpen && page.Repeats.SameAsPrevious(i) ? LineShape.Repeat : shape;
    }

    static void AddSince(List<int> active, Bucket bucket, int since)
    {
        if (since >= 0)
        {
            active.Add(bucket.Of(since));
        }
    }

    static void AddIf(List<int> active, bool condition, int feature)
    {
        if (condition)
        {
            active.Add(feature);
        }
    }
}
