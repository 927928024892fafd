using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>Turns what was seen of a page into the numbered features of each line.</summary>
public static partial class FeatureExtractor
{
    // Features get their numbers where they are declared: all of them must be before they are counted.
    static FeatureExtractor()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(ZoneRules).TypeHandle);
        NamedCount = FeatureNames.Count;
    }

    /// <summary>Features with a name; the words of a line have the numbers from here on (<see cref="LineWords"/>).</summary>
    public static int NamedCount { get; }

    /// <summary>One more than the highest number of a feature.</summary>
    public static int Count => NamedCount + LineWords.Buckets;

    /// <summary>The features of each line of <paramref name="page"/>, in its order; behind the named ones the words of the line (<see cref="LineWords"/>).</summary>
    public static int[][] Extract(PageFacts page, CancellationToken cancellation = default)
    {
        var context = new PageContext(page);
        var features = new int[page.All.Length][];
        var active = new List<int>(112);
        var pageFeatures = PageFeatures(page, out var typicalLength);
        for (var i = 0; i < features.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            active.Clear();
            active.Add(Bias);
            active.Add(PageText.Of(page.CoreLength));
            AddIf(active, page.HasMessage, PageIsMessage);
            active.AddRange(pageFeatures);
            AddComparison(active, page, typicalLength, i);
            AddShape(active, page.All[i]);
            AddCues(active, page.All[i].Cues);
            AddSigns(active, page.All[i], context.HasSpeaker[i]);
            AddDate(active, page, context, i);
            AddCredit(active, page, i);
            AddRepeats(active, page, i);
            AddPlace(active, page, context, i);
            AddNeighbours(active, page, context, i);
            ZoneRules.AddFeatures(active, page, i);
            LineWords.Add(active, page.All[i].Key, NamedCount);
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
        // Most lines have no cue at all.
        for (var i = 0; cues.Any != PageCues.None && i < WholeCue.Length; i++)
        {
            var cue = (PageCues)(1 << i);
            AddIf(active, (cues.Whole & cue) != 0, WholeCue[i]);
            AddIf(active, (cues.Start & cue) != 0, StartCue[i]);
            AddIf(active, (cues.Within & cue) != 0, WithinCue[i]);
        }
    }

    static void AddSigns(List<int> active, LineFacts line, bool hasSpeaker)
    {
        AddIf(active, line.HasSpeechVerb, SpeechVerb);
        AddIf(active, line.IsCategory, Category);
        AddIf(active, line.IsOutlet, Outlet);
        AddIf(active, line.HasOutletDateline, Dateline);
        AddIf(active, line.HasAddress, Address);
        AddIf(active, line.HasMenuMark, MenuMark);
        AddIf(active, line.HasGaps, Gaps);
        AddIf(active, line.HasMediaTag, MediaTag);
        AddIf(active, line.IsAscii && line.Syllables >= 3, Ascii);
        AddIf(active, line.UpperShare >= 95 && line.Syllables >= 2, AllCapitals);
        AddIf(active, line.Names.IsAll, NamesOnly);
        AddIf(active, line.Names.IsAll && line.Names.HasSurname, Surname);
        AddIf(active, line.Names.IsAll && line.Names.IsKnown, KnownName);
        AddIf(active, line.Names.IsAll && !line.Names.Bracket.IsEmpty, NameInBrackets);
        AddIf(active, hasSpeaker, SpeakerColon);
        AddIf(active, line.HasNamedSpeaker, NamedSpeaker);
        AddIf(active, line.OpensWithDay, OpensWithDay);
    }

    // "Trưởng phòng Thủy lợi Lê Văn Tám: Các xã nên …": capitals, then a colon, then a sentence.
    internal static bool HasSpeaker(LineFacts line)
    {
        var colon = line.Text.AsSpan(0, Math.Min(line.Text.Length, 140)).IndexOf(": ");
        return colon > 8 && line.EndsSentence && line.Text.Length - colon > 30 && line.Text.AsSpan(0, colon).IndexOfAny(".!?") < 0;
    }

    static void AddDate(List<int> active, PageFacts page, PageContext context, int i)
    {
        var date = page.All[i].Date;
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
        AddIf(active, i + 1 < page.All.Length && page.All[i + 1].Credit is { Text.Length: 0 }, NextCreditAlone);
        if (page.All[i].Credit is not { } credit)
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
        AddIf(active, page.All[i].DoubledLength > 0, Doubled);
        AddIf(active, i > 0 && page.All[i - 1].DoubledLength > 0, PreviousDoubled);
        AddIf(active, i > 0 && !repeats.Same(i, i - 1) && repeats.IsCutOf(i, i - 1), CutOfPrevious);
        AddIf(active, i + 1 < page.All.Length && !repeats.Same(i, i + 1) && repeats.IsCutOf(i, i + 1), CutOfNext);
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
