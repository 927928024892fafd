using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Facts;

/// <summary>Makes one fact of what several lines show: the first gives the words, each gives evidence, the later ones what the first leaves out.</summary>
static class FactMerger
{
    // Headlines, leads and captions; more of them is no article.
    const int MostVague = 50;

    public static IReadOnlyList<Fact> Merge(IReadOnlyList<FactDraft> drafts)
    {
        var groups = new List<List<FactDraft>>();
        var byKey = new Dictionary<(FactType, string), List<List<FactDraft>>>();
        foreach (var draft in drafts)
        {
            var key = (draft.Type, KeyOf(draft));
            if (!byKey.TryGetValue(key, out var alike))
            {
                byKey[key] = alike = [];
            }

            if (alike.Find(group => IsSame(group[0], draft)) is { } group)
            {
                group.Add(draft);
            }
            else
            {
                groups.Add([draft]);
                alike.Add(groups[^1]);
            }
        }

        MergeVague(groups);

        var meetings = groups
            .Where(group => group[0].Type == FactType.Meeting)
            .SelectMany(group => group[0].All(FactArguments.Participants))
            .ToHashSet();
        return
        [
            .. groups
                .Where(group =>
                    !(
                        group[0].Type == FactType.Attendance
                        && group[0].Pattern != AttendanceExtractor.BySubject
                        && meetings.Contains(group[0][FactArguments.Person]!)
                        && IsMeeting(group[0][FactArguments.Event]!)
                    )
                )
                .Select(One),
        ];
    }

    // What the same facts have in common for certain: a page of megabytes has too many to compare each with each.
    static string KeyOf(FactDraft draft) =>
        Folding.Fold(
            draft.Type switch
            {
                FactType.PositionHeld or FactType.Appointment or FactType.Attendance => draft[FactArguments.Person]!,
                FactType.Meeting => string.Join('\n', draft.All(FactArguments.Participants).Order(StringComparer.Ordinal)),
                FactType.Visit => draft[FactArguments.Visitor]!,
                FactType.Statement => draft[FactArguments.Content]!,
                FactType.EventHeld => draft[FactArguments.Event]!.Split(' ')[0],
                FactType.LegalReference => draft[FactArguments.Document]!,
                FactType.Agreement or FactType.DiplomaticRelation => string.Join(
                    '\n',
                    draft.All(FactArguments.Parties).Order(StringComparer.Ordinal)
                ),
                FactType.Membership => draft[FactArguments.Member]!,
                FactType.Anniversary => draft[FactArguments.Years]!,
                _ => draft[FactArguments.Value]!,
            }
        );

    // A headline that names one side by its title only tells of the meeting that the text tells of.
    static void MergeVague(List<List<FactDraft>> groups)
    {
        foreach (var vague in groups.Where(group => group[0].Type == FactType.Meeting && group[0].IsVague).Take(MostVague).ToList())
        {
            if (groups.Find(group => group[0].Type == FactType.Meeting && IsVaguer(vague[0], group[0])) is { } full)
            {
                full.AddRange(vague);
                full.Sort((left, right) => (left.Line.Number, left.Line.Offset).CompareTo((right.Line.Number, right.Line.Offset)));
                groups.Remove(vague);
            }
        }
    }

    static bool IsMeeting(string name) =>
        Folding.Fold(name) is var folded && MeetingHeads.Any(head => folded.StartsWith(head, StringComparison.Ordinal));

    static readonly string[] MeetingHeads =
    [
        .. from noun in new[] { "cuộc ", "buổi " }
        from kind in new[] { "gặp", "hội đàm", "hội kiến", "làm việc", "tiếp", "tham vấn", "trao đổi", "đối thoại", "điện đàm" }
        select noun + kind,
        "hội đàm",
        "hội kiến",
        "điện đàm",
    ];

    static bool IsSame(FactDraft first, FactDraft second)
    {
        if (first.Type != second.Type)
        {
            return false;
        }

        bool Same(string name) => Equal(first[name], second[name]);
        return first.Type switch
        {
            FactType.PositionHeld or FactType.Appointment => Same(FactArguments.Person)
                && IsPart(first[FactArguments.Position]!, second[FactArguments.Position]!),
            FactType.Meeting => SameSet(first, second, FactArguments.Participants),
            FactType.Visit => Same(FactArguments.Visitor) && Same(FactArguments.Destination),
            FactType.Statement => Same(FactArguments.Speaker) && Same(FactArguments.Content),
            FactType.Attendance => Same(FactArguments.Person) && SameHead(first[FactArguments.Event]!, second[FactArguments.Event]!),
            FactType.EventHeld => IsPart(first[FactArguments.Event]!, second[FactArguments.Event]!),
            FactType.LegalReference => Same(FactArguments.Document),
            FactType.Agreement => SameSet(first, second, FactArguments.Parties)
                && SameHead(first[FactArguments.Document]!, second[FactArguments.Document]!),
            FactType.Membership => Same(FactArguments.Member) && Same(FactArguments.Organization),
            FactType.DiplomaticRelation => SameSet(first, second, FactArguments.Parties) && Same(FactArguments.Level),
            FactType.Anniversary => Same(FactArguments.Years) && SameHead(first[FactArguments.Of]!, second[FactArguments.Of]!),
            // What a number counts is worded anew each time: a headline's and the text's are one.
            _ => Same(FactArguments.Value) && Same(FactArguments.Unit),
        };
    }

    static bool Equal(string? first, string? second) =>
        first is not null && second is not null && Folding.Fold(first) == Folding.Fold(second);

    static bool SameSet(FactDraft first, FactDraft second, string name) =>
        first.All(name).Select(Folding.Fold).ToHashSet().SetEquals(second.All(name).Select(Folding.Fold));

    static bool IsVaguer(FactDraft vague, FactDraft full) =>
        vague.IsVague
        && vague.Line.Role is LineRole.Title or LineRole.Lead or LineRole.Caption
        && !full.IsVague
        && vague.All(FactArguments.Participants).Count() == full.All(FactArguments.Participants).Count()
        && vague.All(FactArguments.Participants).Intersect(full.All(FactArguments.Participants)).Any();

    // "Bộ trưởng" of "Bộ trưởng Bộ Y tế".
    static bool IsPart(string first, string second)
    {
        var (a, b) = (Folding.Fold(first), Folding.Fold(second));
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return longer.StartsWith(shorter, StringComparison.Ordinal)
            && (longer.Length == shorter.Length || longer[shorter.Length] is ' ' or ',');
    }

    // Two syllables in common at the start: "hội nghị", "lễ kỷ niệm".
    static bool SameHead(string first, string second)
    {
        var (a, b) = (Folding.Fold(first).Split(' '), Folding.Fold(second).Split(' '));
        return a.Take(2).SequenceEqual(b.Take(2));
    }

    static Fact One(List<FactDraft> group)
    {
        var first = group.Find(draft => !draft.IsVague) ?? group[0];
        var arguments = InLine(first).ToList();
        foreach (var other in group.Where(draft => draft != first))
        {
            arguments.AddRange(
                InLine(other)
                    .Where(argument => !FactArguments.IsList(argument.Name) && !arguments.Exists(known => known.Name == argument.Name))
            );
        }

        // The longest wording of a post or an event says the most.
        foreach (var name in new[] { FactArguments.Position, FactArguments.Event })
        {
            var at = arguments.FindIndex(argument => argument.Name == name);
            if (at >= 0 && first.Type is FactType.PositionHeld or FactType.Appointment or FactType.EventHeld)
            {
                arguments[at] = group.SelectMany(InLine).Where(argument => argument.Name == name).MaxBy(argument => argument.Value.Length)!;
            }
        }

        return new Fact(
            first.Type,
            first.Modality,
            arguments,
            Math.Round(group.Max(draft => draft.Confidence), 2),
            first.Type.Name(),
            first.Pattern,
            [.. group.Select(EvidenceOf).DistinctBy(evidence => (evidence.Line, evidence.Sentence))]
        );
    }

    // In the whole line, where the draft saw a passage of it.
    static IEnumerable<FactArgument> InLine(FactDraft draft) =>
        draft.Arguments.Select(argument => argument with { Span = argument.Span is { } span ? InLine(draft, span) : null });

    static TextSpan InLine(FactDraft draft, TextSpan span) => new(draft.Line.Offset + span.Start, draft.Line.Offset + span.End);

    // A quotation may run over several sentences.
    static FactEvidence EvidenceOf(FactDraft draft)
    {
        var (first, last) = (
            draft.Line.SentenceAt(draft.Span.Start),
            draft.Line.SentenceAt(Math.Max(draft.Span.Start, draft.Span.End - 1))
        );
        return new FactEvidence(draft.Line.Number, InLine(draft, new TextSpan(first.Start, last.End)), InLine(draft, draft.Span));
    }
}
