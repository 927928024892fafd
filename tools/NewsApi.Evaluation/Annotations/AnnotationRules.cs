namespace NewsApi.Evaluation.Annotations;

/// <summary>What the types cannot say about annotations. A file that breaks a rule would otherwise be scored as something it is not.</summary>
static class AnnotationRules
{
    static readonly string[] MetadataLists = ["authors", "captions", "related"];

    public static void CheckShapes(string file, AnnotatedDocument document)
    {
        Require(document.Metadata.IsNone || document.Metadata.IsObject, file, "metadata", "must be an object");
        foreach (var key in document.Metadata.Keys)
        {
            CheckMetadata(file, key, document.Metadata[key]);
        }
        CheckSpans(file, "mentions", document.Mentions);
        CheckSpans(file, "positions", document.Positions);
        for (var i = 0; i < document.Facts.Count; i++)
        {
            CheckFact(file, $"facts[{i}]", document.Facts[i]);
        }
    }

    public static void CheckGold(string file, AnnotatedDocument gold)
    {
        for (var i = 0; i < gold.Lines.Count; i++)
        {
            Require(gold.Lines[i] is { Line: not null, Role: not null }, file, $"lines[{i}]", "needs a line and a role");
        }
        for (var i = 0; i < gold.Mentions.Count; i++)
        {
            Require(gold.Mentions[i] is { Line: not null, Type: not null }, file, $"mentions[{i}]", "needs a line and a type");
        }
        for (var i = 0; i < gold.Positions.Count; i++)
        {
            Require(gold.Positions[i].Line is not null, file, $"positions[{i}]", "needs a line");
        }
        for (var i = 0; i < gold.Facts.Count; i++)
        {
            var complete = gold.Facts[i].Type is not null && gold.Facts[i].Args.IsObject;
            Require(complete, file, $"facts[{i}]", "needs a type and arguments");
        }
    }

    static void CheckMetadata(string file, string key, Value value)
    {
        if (MetadataLists.Contains(key, StringComparer.Ordinal))
        {
            Require(value.IsNone || value.IsList, file, $"metadata.{key}", "must be a list");
            var wellFormed = key == "authors" || value.Items.All(item => item.IsObject);
            Require(wellFormed, file, $"metadata.{key}", "must be a list of objects");
        }
        else if (key.EndsWith("_alt", StringComparison.Ordinal))
        {
            Require(value.IsList, file, $"metadata.{key}", "must be a list");
        }
    }

    static void CheckSpans(string file, string list, IReadOnlyList<ISpanAnnotation> annotations)
    {
        for (var i = 0; i < annotations.Count; i++)
        {
            Require(annotations[i].Alt.All(pair => pair.Count == 2), file, $"{list}[{i}].alt", "must be a list of [start, end] pairs");
        }
    }

    static void CheckFact(string file, string place, StatedFact fact)
    {
        Require(fact.Args.IsNone || fact.Args.IsObject, file, $"{place}.args", "must be an object");
        Require(fact.Alt.IsNone || fact.Alt.IsObject, file, $"{place}.alt", "must be an object");
        Require(fact.Alt.Keys.All(key => fact.Alt[key].IsList), file, $"{place}.alt", "must be an object of lists");
    }

    static void Require(bool holds, string file, string place, string rule)
    {
        if (!holds)
        {
            throw new InputException($"{file}: {place} {rule}");
        }
    }
}
