using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>The features that there are. Models know them by name, so that their order does not matter.</summary>
public static partial class FeatureExtractor
{
    static readonly Bucket Length = new("length", 3, 8, 14, 25, 45, 70, 100, 140, 200, 320, 500, 800);
    static readonly Bucket Syllables = new("syllables", 1, 2, 4, 8, 14, 22, 35, 60);
    static readonly Bucket InnerStops = new("inner-stops", 0, 1, 3);
    static readonly Bucket Capitals = new("capitals", 10, 25, 50, 80, 99);
    static readonly Bucket UpperLetters = new("upper-letters", 0, 15, 50, 90);
    static readonly Bucket Functions = new("function-words", 0, 10, 20, 30, 45);
    static readonly Bucket Digits = new("digits", 0, 3, 10, 30);
    static readonly Bucket FromTop = new("from-top", 0, 1, 2, 4, 7, 12, 20);
    static readonly Bucket FromBottom = new("from-bottom", 0, 1, 2, 4, 8, 15);
    static readonly Bucket BlanksBefore = new("blanks-before", 0, 1, 2);
    static readonly Bucket BlanksAfter = new("blanks-after", 0, 1, 2);
    static readonly Bucket Affinity = new("affinity", 0, 5, 12, 22, 35, 55);
    static readonly Bucket HeadlineCovered = new("covers-headline", 0, 10, 25, 45, 70, 95);
    static readonly Bucket BeforeCore = new("before-core", 1, 2, 4, 8, 15);
    static readonly Bucket AfterCore = new("after-core", 1, 2, 3, 5, 10, 20);
    static readonly Bucket ShortRun = new("short-run", 0, 1, 2, 3, 5, 9, 19);
    static readonly Bucket LongNear = new("long-near", 0, 1, 2, 4);
    static readonly Bucket RepeatsNear = new("repeats-near", 0, 2, 5);
    static readonly Bucket DatesNear = new("dates-near", 0, 1, 3);
    static readonly Bucket SinceRelated = new("since-related-heading", 0, 1, 2, 4, 9, 19, 39);
    static readonly Bucket SinceMarker = new("since-inline-marker", 0, 1, 2);
    static readonly Bucket SinceHeadline = new("since-headline", 0, 1, 2, 3, 5, 9);
    static readonly Bucket SinceComments = new("since-comments", 0, 1, 5, 15, 40);
    static readonly Bucket SinceTags = new("since-tags", 0, 1, 3, 8);
    static readonly Bucket SinceMenu = new("since-menu", 0, 1, 3, 8);
    static readonly Bucket BeforeHeadline = new("before-headline", 1, 2, 4, 8, 16);
    static readonly Bucket SinceFooter = new("since-footer", 0, 1, 4, 12);
    static readonly Bucket NearLength = new("near-length", 12, 25, 45, 70, 110, 180, 320);
    static readonly Bucket CreditTextLength = new("credit-text", 0, 30, 90, 200, 400);

    static readonly string[] HeadlinePlaces = ["none", "before", "at", "between", "text", "after"];
    static readonly int[] Start = FeatureNames.Each<LineStart>("start");
    static readonly int[] End = FeatureNames.Each<LineEnd>("end");
    static readonly int[] Shape = FeatureNames.Each<LineShape>("shape");
    static readonly int[] Wrap = FeatureNames.Each<WrapPart>("wrap");
    static readonly int[] WholeCue = FeatureNames.Each("cue-whole", CueNames);
    static readonly int[] StartCue = FeatureNames.Each("cue-start", CueNames);
    static readonly int[] WithinCue = FeatureNames.Each("cue-within", CueNames);
    static readonly Grid LengthByEnd = new("length×end", Length.Labels, Enum.GetNames<LineEnd>());
    static readonly Grid ShapeByPlace = new("shape×place", Enum.GetNames<LineShape>(), ["no-core", "before", "in", "after"]);
    static readonly Grid ShapeByBlanks = new("shape×blanks", Enum.GetNames<LineShape>(), ["none", "before", "after", "both"]);
    static readonly Grid PreviousShape = new("previous×shape", Enum.GetNames<LineShape>(), Enum.GetNames<LineShape>());
    static readonly Grid NextShape = new("shape×next", Enum.GetNames<LineShape>(), Enum.GetNames<LineShape>());
    static readonly Grid LengthByNextShape = new("length×next", Length.Labels, Enum.GetNames<LineShape>());
    static readonly Grid AroundShape = new("previous×next", Enum.GetNames<LineShape>(), Enum.GetNames<LineShape>());
    static readonly Grid ShapeByHeadline = new("shape×headline", Enum.GetNames<LineShape>(), HeadlinePlaces);
    static readonly Grid StartByPlace = new("start×place", Enum.GetNames<LineStart>(), ["no-core", "before", "in", "after"]);
    static readonly Grid LengthByHeadline = new("length×headline", Length.Labels, HeadlinePlaces);
    static readonly Grid EndByHeadline = new("end×headline", Enum.GetNames<LineEnd>(), HeadlinePlaces);
    static readonly Grid NearLengthByHeadline = new("near-length×headline", NearLength.Labels, HeadlinePlaces);
    static readonly Grid LengthByNearLength = new("length×near-length", Length.Labels, NearLength.Labels);
    static readonly Grid WholeCueByHeadline = new("cue-whole×headline", CueNames, HeadlinePlaces);
    static readonly Grid StartCueByLength = new("cue-start×length", CueNames, Length.Labels);
    static readonly Grid RepeatByLength = new("repeat×length", ["earlier", "later", "both"], Length.Labels);
    static readonly Bucket CardGroup = new("card-group", 1, 2, 4, 8);
    static readonly int[] Card = FeatureNames.Each<CardPart>("card");
    static readonly Grid CardByPlace = new("card×place", Enum.GetNames<CardPart>(), ["no-core", "before", "in", "after"]);
    static readonly Grid CardByGroup = new("card×group", Enum.GetNames<CardPart>(), CardGroup.Labels);
    static readonly Grid CardByEnd = new("card×end", Enum.GetNames<CardPart>(), Enum.GetNames<LineEnd>());
    static readonly Grid ShapeByNextCard = new("shape×next-card", Enum.GetNames<LineShape>(), Enum.GetNames<CardPart>());
    static readonly Bucket PageText = new("page-text", 0, 300, 800, 2000);
    static readonly int PageIsMessage = FeatureNames.One("page-is-message");
    static readonly int[] FirstTextByNext = FeatureNames.Each<LineShape>("first-text×next");
    static readonly int[] FirstTextByNextCard = FeatureNames.Each<CardPart>("first-text×next-card");
    static readonly int[] FirstTextByBlanks = FeatureNames.Each("first-text×blanks", "none", "usual", "unusual");
    static readonly int[] NextCard = FeatureNames.Each<CardPart>("next-card");
    static readonly int[] PreviousCard = FeatureNames.Each<CardPart>("previous-card");
    static readonly int[] SecondNext = FeatureNames.Each<LineShape>("second-next");
    static readonly int[] SecondPrevious = FeatureNames.Each<LineShape>("second-previous");
    const int Marks = 3;
    static readonly Bucket MarkedTitles = new("marked-titles", 0, 1, 2, 3, 5);
    static readonly Grid MarkedByTitles = new(
        "marked×titles",
        [
            .. Enum.GetNames<MarkedPart>()
                .Skip(1)
                .SelectMany(part => ((string[])["heading", "marker", "either"]).Select(mark => $"{part}×{mark}")),
        ],
        MarkedTitles.Labels
    );
    static readonly Grid MarkedInText = new("marked-in-text×titles", Enum.GetNames<MarkedPart>().Skip(1), MarkedTitles.Labels);
    static readonly int[] Place = FeatureNames.Each("place", "no-core", "before", "in", "after");

    static readonly int Bias = FeatureNames.One("bias");
    static readonly int SameAsPrevious = FeatureNames.One("same-as-previous");
    static readonly int SameAsNext = FeatureNames.One("same-as-next");
    static readonly int SameAsSecondPrevious = FeatureNames.One("same-as-second-previous");
    static readonly int SameAsSecondNext = FeatureNames.One("same-as-second-next");
    static readonly int PreviousIsRepeat = FeatureNames.One("previous-is-repeat");
    static readonly int RepeatedEarlier = FeatureNames.One("repeated-earlier");
    static readonly int RepeatedLater = FeatureNames.One("repeated-later");
    static readonly int Doubled = FeatureNames.One("doubled-on-line");
    static readonly int PreviousDoubled = FeatureNames.One("previous-doubled-on-line");
    static readonly int CutOfPrevious = FeatureNames.One("cut-of-previous");
    static readonly int CutOfNext = FeatureNames.One("cut-of-next");
    static readonly int IsHeadlineGuess = FeatureNames.One("headline-guess");
    static readonly int EqualsHeadline = FeatureNames.One("equals-headline");
    static readonly int SpeechVerb = FeatureNames.One("speech-verb");
    static readonly int Category = FeatureNames.One("category");
    static readonly int Outlet = FeatureNames.One("outlet");
    static readonly int Dateline = FeatureNames.One("dateline");
    static readonly int Address = FeatureNames.One("address");
    static readonly int MenuMark = FeatureNames.One("menu-mark");
    static readonly int Gaps = FeatureNames.One("gaps");
    static readonly int MediaTag = FeatureNames.One("media-tag");
    static readonly int Ascii = FeatureNames.One("ascii");
    static readonly int NamesOnly = FeatureNames.One("names-only");
    static readonly int NamesOnlyInText = FeatureNames.One("names-only-at-text");
    static readonly int Surname = FeatureNames.One("surname-first");
    static readonly int KnownName = FeatureNames.One("known-name");
    static readonly int NameInBrackets = FeatureNames.One("names-with-brackets");
    static readonly int CreditAlone = FeatureNames.One("credit-alone");
    static readonly int CreditAtEnd = FeatureNames.One("credit-at-end");
    static readonly int NextCreditAlone = FeatureNames.One("next-credit-alone");
    static readonly int DateOnly = FeatureNames.One("date-only");
    static readonly int TimeOnly = FeatureNames.One("time-only");
    static readonly int DateAndTime = FeatureNames.One("date-and-time");
    static readonly int DateRelative = FeatureNames.One("date-relative");
    static readonly int DateThenCategory = FeatureNames.One("date-then-rest");
    static readonly int SpeakerColon = FeatureNames.One("speaker-colon");
    static readonly int SpeakerColonNear = FeatureNames.One("speaker-colon-near");
    static readonly int NamedSpeaker = FeatureNames.One("named-speaker");
    static readonly int NamedSpeakerNear = FeatureNames.One("named-speaker-near");
    static readonly int BetweenNamedSpeakers = FeatureNames.One("between-named-speakers");
    static readonly int OpensWithDay = FeatureNames.One("opens-with-day");
    static readonly int AllCapitals = FeatureNames.One("all-capitals");
    static readonly int FirstDate = FeatureNames.One("first-date-line");
    static readonly int LongBefore = FeatureNames.One("long-stop-before");
    static readonly int LongAfter = FeatureNames.One("long-stop-after");
    static readonly int FirstText = FeatureNames.One("first-text");
    static readonly int FirstTextSetOff = FeatureNames.One("first-text-set-off");
    static readonly int AfterFirstText = FeatureNames.One("after-first-text");
    static readonly int UnusualBlankBefore = FeatureNames.One("unusual-blank-before");
    static readonly int UnusualBlankAfter = FeatureNames.One("unusual-blank-after");
    static readonly int ApartAfterRun = FeatureNames.One("apart-after-run");
    static readonly int SameStartBefore = FeatureNames.One("same-bullet-before");
    static readonly int SameStartAfter = FeatureNames.One("same-bullet-after");
    static readonly int BeforeText = FeatureNames.One("short-before-text");

    static IEnumerable<string> CueNames => Enum.GetNames<PageCues>().Skip(1);

    /// <summary>Features for every pair of two values.</summary>
    sealed class Grid
    {
        readonly int width;
        readonly int[] features;

        public Grid(string name, IEnumerable<string> rows, IEnumerable<string> columns)
        {
            var second = columns.ToArray();
            width = second.Length;
            features = FeatureNames.Each(name, rows.SelectMany(row => second.Select(column => $"{row}×{column}")));
        }

        public int Of(int row, int column) => features[row * width + column];
    }
}
