using NewsApi.Evaluation.Annotations;
using NewsApi.Language.Documents;

namespace NewsApi.Evaluation.Measures;

/// <summary>Line roles: which line is what, and article against boilerplate.</summary>
public sealed class LineScores(AcceptedAnswers accepted)
{
    public const string Blank = "blank";

    readonly CounterTable<RetrievalCounter> byRole = new();

    public AccuracyCounter WithBlankLines { get; } = new();
    public AccuracyCounter NonBlank { get; } = new();

    /// <summary>Content lines found among the non-blank ones, whatever their role.</summary>
    public RetrievalCounter Content { get; } = new();

    /// <summary>The roles that gold has, blank aside, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, RetrievalCounter>> Roles =>
        [.. byRole.Sorted.Where(role => role.Value.Gold > 0 && role.Key != Blank)];

    /// <summary>The mean F1 of <see cref="Roles"/>; null without any.</summary>
    public double? MacroF1 => Roles is { Count: > 0 } roles ? roles.Average(role => role.Value.F1) : null;

    public void Add(AnnotatedDocument gold, AnnotatedDocument prediction, DocumentErrors errors)
    {
        var predicted = new Dictionary<int, string?>();
        foreach (var line in prediction.Lines)
        {
            if (line.Line is { } number)
            {
                predicted[number] = line.Role;
            }
        }
        foreach (var line in gold.Lines)
        {
            AddLine(line, predicted.GetValueOrDefault(line.Line!.Value), errors);
        }
    }

    void AddLine(LineLabel gold, string? answer, DocumentErrors errors)
    {
        var right = accepted.Role(gold, answer);
        WithBlankLines.Add(right);
        byRole[gold.Role!].HitOrMiss(right);
        if (!right)
        {
            if (answer is not null)
            {
                byRole[answer].FalseAlarm();
            }
            errors.Add("role", PythonText.Str(gold.Line), $"gold {gold.Role}", $"pred {answer ?? "None"}");
        }
        if (gold.Role != Blank)
        {
            NonBlank.Add(right);
            AddContent(IsContent(gold.Role), IsContent(right ? gold.Role : answer));
        }
    }

    void AddContent(bool gold, bool answer)
    {
        if (gold)
        {
            Content.HitOrMiss(answer);
        }
        else if (answer)
        {
            Content.FalseAlarm();
        }
    }

    static bool IsContent(string? role) => role is not null && LineRoles.TryParse(role, out var known) && known.IsContent();
}
