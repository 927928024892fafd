using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>Where a line stands: against headline and running text, in cards, and beside its neighbours.</summary>
public static partial class FeatureExtractor
{
    static void AddPlace(List<int> active, PageFacts page, PageContext context, int i)
    {
        var place = PlaceOf(page, i);
        active.Add(Place[place]);
        active.Add(ShapeByPlace.Of((int)page.All[i].Shape, place));
        AddHeadlinePlace(active, page, context, i);
        active.Add(StartByPlace.Of((int)page.All[i].Start, place));
        AddFirstText(active, page, i);
        AddCard(active, page, i, place);
        active.Add(FromTop.Of(i));
        active.Add(FromBottom.Of(page.All.Length - 1 - i));
        if (place == 1)
        {
            active.Add(BeforeCore.Of(page.CoreStart - i));
        }
        else if (place == 3)
        {
            active.Add(AfterCore.Of(i - page.CoreEnd));
        }

        if (page.All[i].Length <= 400)
        {
            active.Add(Affinity.Of(page.Affinity.WithCore(i)));
        }

        active.Add(ShortRun.Of(context.ShortRun[i]));
        active.Add(LongNear.Of(context.LongNear[i]));
        active.Add(RepeatsNear.Of(context.RepeatsNear[i]));
        active.Add(DatesNear.Of(context.DatesNear[i]));
        AddIf(active, page.All[i].Names.IsAll && context.LongNear[i] > 0, NamesOnlyInText);
        AddSince(active, SinceRelated, context.SinceRelatedHeading[i]);
        AddSince(active, SinceMarker, context.SinceInlineMarker[i]);
        AddSince(active, SinceComments, context.SinceComments[i]);
        AddSince(active, SinceTags, context.SinceTags[i]);
        AddSince(active, SinceFooter, context.SinceFooter[i]);
        AddSince(active, SinceMenu, context.SinceMenu[i]);
        AddMarkedRun(active, context.MarkedRuns[i]);
    }

    static void AddMarkedRun(List<int> active, MarkedRun run)
    {
        if (run.Part == MarkedPart.None)
        {
            return;
        }

        var mark =
            !run.IsMarker ? 0
            : !run.IsHeading ? 1
            : 2;
        var part = (int)run.Part - 1;
        var titles = MarkedTitles.IndexOf(run.Titles);
        active.Add(MarkedTitles.Of(run.Titles));
        active.Add(MarkedByTitles.Of(part * Marks + mark, titles));
        if (run.IsTextBehind)
        {
            active.Add(MarkedInText.Of(part, titles));
        }
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

        active.Add(ShapeByNextCard.Of((int)page.All[i].Shape, i + 1 < page.All.Length ? (int)page.CardPartOf(i + 1) : 0));
        active.Add(CardByEnd.Of(part, (int)page.All[i].End));
        active.Add(NextCard[i + 1 < page.All.Length ? (int)page.CardPartOf(i + 1) : 0]);
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
        var hasNext = i + 1 < page.All.Length;
        var isApart = hasNext && page.BlanksBefore[i + 1] > 0;
        AddIf(active, !hasNext || isApart || !page.All[i + 1].IsLongStop, FirstTextSetOff);
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
        var line = page.All[i];
        var place = HeadlinePlaceOf(page, i);
        var length = Length.IndexOf(line.Length);
        var near = NearLength.IndexOf(context.NearLength[i]);
        active.Add(ShapeByHeadline.Of((int)line.Shape, place));
        active.Add(LengthByHeadline.Of(length, place));
        active.Add(EndByHeadline.Of((int)line.End, place));
        active.Add(NearLengthByHeadline.Of(near, place));
        active.Add(LengthByNearLength.Of(length, near));
        active.Add(NearLength.Of(context.NearLength[i]));
        for (var cue = 0; line.Cues.Any != PageCues.None && cue < WholeCue.Length; cue++)
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

    static void AddNeighbours(List<int> active, PageFacts page, PageContext context, int i)
    {
        var shape = (int)page.All[i].Shape;
        var previous = (int)ShapeAt(page, i - 1);
        var next = (int)ShapeAt(page, i + 1);
        var before = page.BlanksBefore[i];
        var after = i + 1 < page.All.Length ? page.BlanksBefore[i + 1] : page.BlanksAtEnd;
        active.Add(BlanksBefore.Of(before));
        active.Add(BlanksAfter.Of(after));
        active.Add(ShapeByBlanks.Of(shape, (before > 0 ? 1 : 0) + (after > 0 ? 2 : 0)));
        active.Add(PreviousShape.Of(previous, shape));
        active.Add(NextShape.Of(shape, next));
        active.Add(AroundShape.Of(previous, next));
        active.Add(LengthByNextShape.Of(Length.IndexOf(page.All[i].Length), next));
        active.Add(SecondNext[(int)ShapeAt(page, i + 2)]);
        active.Add(SecondPrevious[(int)ShapeAt(page, i - 2)]);
        AddIf(
            active,
            HasNear(context.IsStatement, i - Statements.Near, i - 1) || HasNear(context.IsStatement, i + 1, i + Statements.Near),
            SpeakerColonNear
        );
        AddNamedSpeakers(active, page, context, i);
        AddIf(active, before > 0 != page.TypicalBlanks, UnusualBlankBefore);
        AddIf(active, after > 0 != page.TypicalBlanks, UnusualBlankAfter);
        AddIf(active, page.TypicalBlanks && before > 0 && after > 0 && i > 0 && page.BlanksBefore[i - 1] == 0, ApartAfterRun);
        AddIf(active, HasSameBullet(page, i, i - 1), SameStartBefore);
        AddIf(active, HasSameBullet(page, i, i + 1), SameStartAfter);
        var longBefore = i > 0 && page.All[i - 1].IsLongStop;
        var longAfter = i + 1 < page.All.Length && page.All[i + 1].IsLongStop;
        AddIf(active, longBefore, LongBefore);
        AddIf(active, longAfter, LongAfter);
        AddIf(active, longAfter && !page.All[i].EndsSentence && page.All[i].Length < 100, BeforeText);
    }

    // Boxed statements stand in a row, one for each speaker, now and then with a second paragraph between.
    static void AddNamedSpeakers(List<int> active, PageFacts page, PageContext context, int i)
    {
        var before = HasNear(context.HasNamedSpeaker, i - Statements.Near, i - 1);
        var after = HasNear(context.HasNamedSpeaker, i + 1, i + Statements.Near);
        AddIf(active, before || after, NamedSpeakerNear);
        AddIf(active, before && after && !page.All[i].HasNamedSpeaker, BetweenNamedSpeakers);
    }

    static bool HasNear(bool[] isOne, int from, int to)
    {
        from = Math.Max(0, from);
        to = Math.Min(isOne.Length - 1, to);
        return from <= to && isOne.AsSpan(from..(to + 1)).Contains(true);
    }

    static bool HasSameBullet(PageFacts page, int i, int other) =>
        other >= 0 && other < page.All.Length && page.All[i].Start == LineStart.Bullet && page.All[i].Text[0] == page.All[other].Text[0];

    static LineShape ShapeAt(PageFacts page, int i)
    {
        if (i < 0 || i >= page.All.Length)
        {
            return LineShape.Edge;
        }

        // A repeated line tells more by its repetition than by its length.
        var shape = page.All[i].Shape;
        return shape is LineShape.ShortOpen or LineShape.LongOpen && page.Repeats.SameAsPrevious(i) ? LineShape.Repeat : shape;
    }
}
