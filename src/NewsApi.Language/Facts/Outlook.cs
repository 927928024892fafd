using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>What the calendar says of a fact where its verb says nothing: a meeting of tomorrow is planned, and so is being there.</summary>
static class Outlook
{
    /// <param name="published">The day of the page; without it nothing is changed.</param>
    public static void Apply(IReadOnlyList<FactDraft> drafts, DateOnly? published)
    {
        foreach (var draft in drafts.Where(draft => draft.Modality == Modality.Stated && IsDated(draft.Type) && IsAhead(draft, published)))
        {
            draft.Modality = Modality.Planned;
        }

        // In one sentence: "ngày mai sẽ diễn ra hội thảo X với sự góp mặt của A".
        var plans = drafts.Where(draft => draft is { Type: FactType.EventHeld, Modality: Modality.Planned }).Select(EventIn).ToHashSet();
        foreach (var draft in drafts.Where(draft => draft is { Type: FactType.Attendance, Modality: Modality.Stated }))
        {
            draft.Modality = plans.Contains(EventIn(draft)) ? Modality.Planned : draft.Modality;
        }
    }

    // An appointment is made today for the first of next month, and a figure of next year is stated today.
    static bool IsDated(FactType type) => type is FactType.Agreement or FactType.EventHeld or FactType.Meeting or FactType.Visit;

    static bool IsAhead(FactDraft draft, DateOnly? published) =>
        draft[FactArguments.Time] is { } time && published is { } today && IsAfter(time.AsSpan(), today);

    // "2024-05-04", "2024-05", "2024", "2024-05-04/2024-05-06"; the first day decides, and a month or a year counts when it lies wholly ahead.
    static bool IsAfter(ReadOnlySpan<char> time, DateOnly today)
    {
        var slash = time.IndexOf('/');
        var first = slash < 0 ? time : time[..slash];
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).AsSpan();
        return first.Length is 4 or 7 or 10
            && first.IndexOfAnyExceptInRange('-', '9') < 0
            && first.SequenceCompareTo(day[..first.Length]) > 0;
    }

    static (FactText Line, TextSpan Sentence, string? Event) EventIn(FactDraft draft) =>
        (draft.Line, draft.Line.SentenceAt(draft.Span.Start), draft[FactArguments.Event]);
}
