namespace NewsApi.Language.Zoning;

/// <summary>What kind of page a line stands on, and how the line compares with the text around it.</summary>
public static partial class FeatureExtractor
{
    const int LongText = 140;
    const int NearText = 3;

    static readonly Bucket OpenLinesInText = new("open-lines-in-text", 0, 1, 2, 4, 8, 16);
    static readonly Bucket ShortSentencesInText = new("short-sentences-in-text", 0, 8, 20, 40, 65);
    static readonly Bucket CreditsOnPage = new("credits-on-page", 0, 1, 3, 6);
    static readonly Bucket MarkersOnPage = new("caption-markers-on-page", 0, 1, 3);
    static readonly Bucket SpeakersOnPage = new("named-speakers-on-page", 0, 1, 2, 4);
    static readonly Bucket LengthAgainstText = new("length-against-text", 12, 25, 40, 60, 85, 120, 180);
    static readonly Bucket TellsOfNext = new("shared-with-next", 0, 8, 20, 40);
    static readonly Bucket TellsOfPrevious = new("shared-with-previous", 0, 8, 20, 40);
    static readonly int BlanksOnPage = FeatureNames.One("blanks-on-page");

    /// <summary>What is the same for all lines of a page.</summary>
    static int[] PageFeatures(PageFacts page, out int typicalLength)
    {
        var (open, shortSentences, texts) = (0, 0, new List<int>());
        for (var i = Math.Max(0, page.CoreStart); i <= page.CoreEnd; i++)
        {
            var line = page.All[i];
            open += !line.EndsSentence && line.Length < LongText ? 1 : 0;
            shortSentences += line.EndsSentence && line.Length < LongText ? 1 : 0;
            if (line.EndsSentence)
            {
                texts.Add(line.Length);
            }
        }

        texts.Sort();
        typicalLength = texts.Count == 0 ? 0 : texts[texts.Count / 2];
        var features = new List<int>
        {
            OpenLinesInText.Of(open),
            ShortSentencesInText.Of(texts.Count == 0 ? 0 : shortSentences * 100 / texts.Count),
            CreditsOnPage.Of(page.All.Count(line => line.Credit.HasValue)),
            MarkersOnPage.Of(page.All.Count(line => line.Shape == LineShape.CaptionMarker)),
            SpeakersOnPage.Of(page.All.Count(line => line.HasNamedSpeaker)),
        };
        AddIf(features, page.BlanksBefore.Any(blanks => blanks > 0), BlanksOnPage);
        return [.. features];
    }

    static void AddComparison(List<int> active, PageFacts page, int typicalLength, int i)
    {
        if (typicalLength > 0)
        {
            active.Add(LengthAgainstText.Of(page.All[i].Length * 100 / typicalLength));
        }

        if (page.All[i].Length <= 400)
        {
            active.Add(TellsOfNext.Of(SharedWith(page, i, 1)));
            active.Add(TellsOfPrevious.Of(SharedWith(page, i, -1)));
        }
    }

    // A heading speaks of the text below it; a teaser, or a caption, need not.
    static int SharedWith(PageFacts page, int i, int step)
    {
        var most = 0;
        for (var near = i + step; near >= 0 && near < page.All.Length && Math.Abs(near - i) <= NearText; near += step)
        {
            if (page.All[near].Length >= LongText)
            {
                most = Math.Max(most, page.Affinity.Covers(near, i));
            }
        }

        return most;
    }
}
