namespace NewsApi.Evaluation.Annotations;

/// <summary>
/// A page's annotations: gold and predictions alike. What a prediction leaves out is null or empty; gold has its roles, types and
/// arguments (<see cref="AnnotationFile.ReadGold"/> sees to it).
/// </summary>
public sealed class AnnotatedDocument
{
    public Value Metadata { get; init; } = Value.None;
    public IReadOnlyList<LineLabel> Lines { get; init; } = [];
    public IReadOnlyList<EntityMention> Mentions { get; init; } = [];
    public IReadOnlyList<HeldPosition> Positions { get; init; } = [];
    public IReadOnlyList<StatedFact> Facts { get; init; } = [];
}

/// <summary>An annotation that gold may mark as borderline: neither a miss when absent nor an error when predicted.</summary>
public interface IAnnotation
{
    bool Optional { get; }
}

/// <summary>An annotation over UTF-16 code units [Start, End) of a line.</summary>
public interface ISpanAnnotation : IAnnotation
{
    int? Line { get; }
    int? Start { get; }
    int? End { get; }

    /// <summary>Other [start, end] pairs that count as this span.</summary>
    IReadOnlyList<IReadOnlyList<int>> Alt { get; }
}

/// <param name="Line">1-based.</param>
/// <param name="Alt">Other roles that count as right.</param>
public sealed record LineLabel(int? Line, string? Role, IReadOnlyList<string>? Alt = null);

public sealed class EntityMention : ISpanAnnotation
{
    public string? Type { get; init; }
    public int? Line { get; init; }
    public int? Start { get; init; }
    public int? End { get; init; }
    public Value Text { get; init; } = Value.None;

    /// <summary>The canonical name of what is mentioned.</summary>
    public Value Entity { get; init; } = Value.None;
    public IReadOnlyList<Value> EntityAlt { get; init; } = [];
    public IReadOnlyList<IReadOnlyList<int>> Alt { get; init; } = [];
    public bool Optional { get; init; }
}

public sealed class HeldPosition : ISpanAnnotation
{
    public int? Line { get; init; }
    public int? Start { get; init; }
    public int? End { get; init; }
    public Value Text { get; init; } = Value.None;
    public Value Person { get; init; } = Value.None;

    /// <summary>True where the position stands alone for a person named elsewhere in the document.</summary>
    public bool Bare { get; init; }
    public IReadOnlyList<IReadOnlyList<int>> Alt { get; init; } = [];
    public bool Optional { get; init; }
}

public sealed class StatedFact : IAnnotation
{
    public string? Type { get; init; }

    /// <summary>An object of arguments: texts, numbers, truth values, lists.</summary>
    public Value Args { get; init; } = Value.None;

    /// <summary>The first line that shows the fact, 1-based.</summary>
    public int? Line { get; init; }

    /// <summary>Other lines that count as evidence.</summary>
    public IReadOnlyList<int> Lines { get; init; } = [];

    /// <summary>An object of lists: other accepted values by argument.</summary>
    public Value Alt { get; init; } = Value.None;

    /// <summary>Arguments that gold leaves open: a prediction may give them without being wrong.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];
    public Value Modality { get; init; } = Value.None;
    public bool Optional { get; init; }
}
