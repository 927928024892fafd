using System.Globalization;
using System.Text.Json.Nodes;
using NewsApi.Evaluation.Annotations;
using NewsApi.Language.Documents;
using HeldPosition = NewsApi.Language.Documents.HeldPosition;

namespace NewsApi.Evaluation.Predictions;

/// <summary>A document in the gold format: the same names in the same order, roles in snake case, times as RFC 3339 with their offset.</summary>
public static class PredictionJson
{
    /// <param name="file">The page's file name, written as "document".</param>
    /// <returns>Indented JSON with a line end after it; the same document gives the same text.</returns>
    public static string Write(string file, Document document) =>
        JsonText.Indented(
            new JsonObject
            {
                ["document"] = file,
                ["metadata"] = Metadata(document),
                ["lines"] = List(document.Lines, line => new JsonObject { ["line"] = line.Number, ["role"] = line.Role.Name() }),
                ["mentions"] = List(document.Mentions, mention => Mention(mention, document)),
                ["positions"] = List(document.Positions, position => Position(position, document)),
                ["facts"] = List(document.Facts, Fact),
            }
        ) + "\n";

    /// <summary>Offsets count from the start of the line.</summary>
    static JsonObject Mention(Mention mention, Document document) =>
        new()
        {
            ["type"] = mention.Type.Name(),
            ["line"] = mention.Line,
            ["start"] = mention.Span.Start - document.Lines[mention.Line - 1].Span.Start,
            ["end"] = mention.Span.End - document.Lines[mention.Line - 1].Span.Start,
            ["text"] = mention.Text,
            ["entity"] = mention.Entity,
        };

    static JsonObject Position(HeldPosition position, Document document) =>
        new()
        {
            ["line"] = position.Line,
            ["start"] = position.Span.Start - document.Lines[position.Line - 1].Span.Start,
            ["end"] = position.Span.End - document.Lines[position.Line - 1].Span.Start,
            ["text"] = position.Text,
            ["person"] = position.Person,
            ["organization"] = position.Organization,
            ["bare"] = position.IsBare,
        };

    static JsonObject Fact(Fact fact)
    {
        var arguments = new JsonObject();
        foreach (var group in fact.Arguments.GroupBy(argument => argument.Name))
        {
            arguments[group.Key] =
                FactArguments.IsList(group.Key) ? List(group, argument => JsonValue.Create(argument.Value))
                : group.Key == FactArguments.Direct ? group.First().Value == "true"
                : group.Key == FactArguments.Years ? int.Parse(group.First().Value, CultureInfo.InvariantCulture)
                : group.First().Value;
        }

        return new JsonObject
        {
            ["type"] = fact.Type.Name(),
            ["args"] = arguments,
            ["line"] = fact.Evidence[0].Line,
            ["modality"] = EnumName(fact.Modality),
        };
    }

    static string EnumName(Modality modality) =>
        modality switch
        {
            Modality.Stated => "stated",
            Modality.Planned => "planned",
            Modality.Denied => "denied",
            Modality.Reported => "reported",
            _ => throw new ArgumentOutOfRangeException(nameof(modality), modality, "A modality that gold has no name for."),
        };

    static JsonObject Metadata(Document document)
    {
        var metadata = document.Metadata;
        return new JsonObject
        {
            ["title"] = metadata.Title?.Text,
            ["lead"] = metadata.Lead?.Text,
            ["published"] = Time(metadata.Published),
            ["published_inferred"] = metadata.PublishedInferred,
            ["authors"] = List(metadata.Authors, author => JsonValue.Create(author.Text)),
            ["agency"] = metadata.Agency,
            ["source"] = metadata.Source,
            ["captions"] = List(metadata.Captions, Caption),
            ["related"] = List(metadata.Related, Related),
            ["kind"] = Kind(document.Kind),
        };
    }

    static JsonObject Caption(Caption caption) =>
        new()
        {
            ["line"] = caption.Text.Line,
            ["text"] = caption.Text.Text,
            ["credit"] = caption.Credit?.Text,
        };

    /// <summary>As gold does, "inline" and the two lines are left out where there is nothing to say.</summary>
    static JsonObject Related(RelatedArticle related)
    {
        var written = new JsonObject
        {
            ["line"] = related.Title.Line,
            ["title"] = related.Title.Text,
            ["published"] = Time(related.Published),
            ["category"] = related.Category,
            ["summary"] = related.Summary?.Text,
            ["list"] = related.List,
        };
        if (related.Inline)
        {
            written["inline"] = true;
        }
        written["also_lines"] = List(related.AlsoLines, line => JsonValue.Create(line));
        if (related.MetaLine is { } metaLine)
        {
            written["meta_line"] = metaLine;
        }
        if (related.Summary is { } summary)
        {
            written["summary_line"] = summary.Line;
        }
        return written;
    }

    static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];

    static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    static string Kind(PageKind kind) =>
        kind switch
        {
            PageKind.Article => "article",
            PageKind.Listing => "listing",
            PageKind.Error => "error",
            PageKind.Consent => "consent",
            PageKind.Other => "other",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of page that gold has no name for."),
        };
}
