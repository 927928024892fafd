using System.Text.Json;
using System.Text.Json.Nodes;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Topics;

namespace NewsApi.Gateway.Articles.Formats;

/// <summary>
/// Mentions, facts and topics of an article as W3C Web Annotations: each with a selector by position, in code points of the text that …/text gives, as the
/// standard counts, and one by the words themselves.
/// </summary>
public static class WebAnnotations
{
    public const string MediaType = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

    const string Context = "http://www.w3.org/ns/anno.jsonld";

    // So many characters before and behind tell equal words apart.
    const int Around = 32;

    /// <param name="baseAddress">Scheme and host of the request.</param>
    /// <param name="text">Of the revision that was read.</param>
    /// <param name="entities">Who and what the article names, linked; empty while that waits.</param>
    public static JsonObject Of(
        Uri baseAddress,
        ArticleRow article,
        Document document,
        string text,
        IReadOnlyList<ArticleEntityRow> entities
    )
    {
        var source = new Uri(baseAddress, ArticleLinks.Of(article.Id).Text).ToString();
        var page = new Uri(baseAddress, ArticleLinks.Of(article.Id).Annotations).ToString();
        var places = new Places(source, text);
        var ids = entities.GroupBy(row => (row.Type, row.Name)).ToDictionary(group => group.Key, group => group.First().EntityId);
        List<JsonObject> items =
        [
            .. document.Mentions.Select(mention =>
                Annotation(
                    "identifying",
                    new JsonObject
                    {
                        ["type"] = "SpecificResource",
                        ["purpose"] = "identifying",
                        ["source"] = ids.TryGetValue((mention.Type, mention.Entity), out var id)
                            ? new Uri(baseAddress, Entities.EntityLinks.PathOf(id)).ToString()
                            : null,
                        ["label"] = mention.Entity,
                        ["entityType"] = Written(mention.Type.ToString()),
                    },
                    [mention.Span],
                    places
                )
            ),
            .. document.Facts.Select(fact =>
                Annotation(
                    "describing",
                    new JsonObject
                    {
                        ["type"] = "Dataset",
                        ["purpose"] = "describing",
                        ["factType"] = Written(fact.Type.ToString()),
                        ["modality"] = Written(fact.Modality.ToString()),
                        ["arguments"] = new JsonArray([
                            .. fact.Arguments.Select(argument =>
                                (JsonNode)new JsonObject { ["name"] = argument.Name, ["value"] = argument.Value }
                            ),
                        ]),
                    },
                    [.. fact.Evidence.Select(evidence => evidence.Sentence)],
                    places
                )
            ),
            .. document.Topics.Select(topic =>
                Annotation(
                    "classifying",
                    new JsonObject
                    {
                        ["type"] = "SpecificResource",
                        ["purpose"] = "classifying",
                        ["source"] = TopicCode.AddressOf(topic.Topic.Code),
                        ["label"] = topic.Topic.Label,
                    },
                    [.. topic.Evidence.Select(place => place.Span)],
                    places
                )
            ),
        ];
        for (var i = 0; i < items.Count; i++)
            items[i]["id"] = $"{page}#{i + 1}";
        return new JsonObject
        {
            ["@context"] = Context,
            ["id"] = page,
            ["type"] = "AnnotationPage",
            ["startIndex"] = 0,
            ["items"] = new JsonArray([.. items]),
        };
    }

    static JsonObject Annotation(string motivation, JsonObject body, IReadOnlyList<TextSpan> spans, Places places)
    {
        foreach (var name in body.Where(property => property.Value is null).Select(property => property.Key).ToList())
            body.Remove(name);
        var targets = spans.Select(places.Target).ToList();
        return new JsonObject
        {
            ["id"] = null,
            ["type"] = "Annotation",
            ["motivation"] = motivation,
            ["body"] = body,
            ["target"] = targets is [var only] ? only : new JsonArray([.. targets]),
        };
    }

    static string Written(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    sealed class Places(string source, string text)
    {
        readonly OffsetConverter offsets = new(text, OffsetUnit.Codepoint);

        public JsonObject Target(TextSpan span)
        {
            var place = offsets.Convert(span);
            return new JsonObject
            {
                ["source"] = source,
                ["selector"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "TextPositionSelector",
                        ["start"] = place.Start,
                        ["end"] = place.End,
                    },
                    new JsonObject
                    {
                        ["type"] = "TextQuoteSelector",
                        ["exact"] = text[span.Start..span.End],
                        ["prefix"] = text[Whole(Math.Max(0, span.Start - Around))..span.Start],
                        ["suffix"] = text[span.End..Whole(Math.Min(text.Length, span.End + Around))],
                    }
                ),
            };
        }

        // Never half of a surrogate pair.
        int Whole(int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }
}
