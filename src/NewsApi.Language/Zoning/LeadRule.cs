using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>
/// A lead is the first text behind the headline and above any photo, where something that is no text sets it off. Where that is certain, the
/// words do not decide: a first paragraph with a photo or a teaser right behind it is the lead.
/// </summary>
static class LeadRule
{
    static readonly int Lead = Enumerable.Range(0, ZoneStates.Count).Single(state => ZoneStates.Role(state) == LineRole.Lead);

    /// <summary>Changes the state of one line, or none.</summary>
    /// <param name="blanksBefore">How many blank lines stand before each line.</param>
    public static void Apply(ZoneReading reading, int[] blanksBefore)
    {
        var title = Array.FindIndex(reading.States, state => ZoneStates.Role(state) == LineRole.Title);
        var first = title < 0 ? -1 : Array.FindIndex(reading.States, title + 1, IsTextOrPhoto);
        if (first < 0 || first + 1 >= reading.States.Length || reading.Role(first) != LineRole.Paragraph)
        {
            return;
        }

        if (blanksBefore[first + 1] == 0 && reading.Role(first + 1) is LineRole.Caption or LineRole.CaptionMarker or LineRole.InlineRelated)
        {
            (reading.RunnersUp[first], reading.States[first]) = (reading.States[first], Lead);
        }
    }

    static bool IsTextOrPhoto(int state) => ZoneStates.Role(state).IsContent() || ZoneStates.Role(state) is LineRole.CaptionMarker;
}
