using System.Text.Json.Nodes;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Topics;

namespace NewsApi.Gateway.Articles.Formats;

/// <summary>An article as schema.org describes one (NewsArticle), in JSON-LD 1.1: with persons, bodies, places, quotations and events.</summary>
public static class JsonLd
{
    public const string MediaType = "application/ld+json";

    public static JsonObject Of(ArticleContent content)
    {
        var article = content.Article;
        var node = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["@id"] = content.Address,
            ["url"] = content.PublicAddress,
            ["headline"] = article.Title,
            ["abstract"] = article.Lead,
            ["articleBody"] = Body(article),
            ["inLanguage"] = article.Language,
            ["datePublished"] = article.Published?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            ["author"] = Many((article.Authors ?? []).Select(author => Named("Person", author.Text))),
            ["sourceOrganization"] = article.Agency is { } agency ? Named("NewsMediaOrganization", agency) : null,
            ["publisher"] = article.PrintedSource is { } source ? Named("NewsMediaOrganization", source) : null,
            ["keywords"] = Many((article.Keywords ?? []).Select(word => (JsonNode)word)),
            ["image"] = Many((article.Captions ?? []).Select(Image)),
            ["mentions"] = Many(Mentions(content)),
            ["hasPart"] = Many(Quotations(content)),
            ["about"] = Many([.. Events(content), .. (article.Topics ?? []).Select(Subject)]),
        };
        return WithoutNulls(node);
    }

    static JsonNode Subject(TopicResource topic) =>
        new JsonObject
        {
            ["@type"] = "DefinedTerm",
            ["@id"] = TopicCode.AddressOf(topic.Code),
            ["name"] = topic.Label,
            ["termCode"] = topic.Code,
        };

    static string? Body(ArticleResource article)
    {
        var paragraphs = (article.Sections ?? []).SelectMany(section =>
            section.Blocks.Select(block => block.Text).Prepend(section.Heading?.Text).OfType<string>()
        );
        var body = string.Join("\n\n", paragraphs);
        return body.Length > 0 ? body : null;
    }

    static JsonNode Image(CaptionResource caption)
    {
        var image = new JsonObject { ["@type"] = "ImageObject", ["caption"] = caption.Text };
        if (caption.Credit is { } credit)
            image["creditText"] = credit.Text;
        return image;
    }

    static IEnumerable<JsonNode> Mentions(ArticleContent content)
    {
        foreach (
            var (type, name) in new[]
            {
                (EntityType.Person, "Person"),
                (EntityType.Organization, "Organization"),
                (EntityType.Location, "Place"),
                (EntityType.Event, "Event"),
                (EntityType.Law, "Legislation"),
            }
        )
        foreach (var row in content.EntitiesOf(type))
        {
            var node = Named(name, row.Name);
            node["@id"] = content.AddressOf(row.EntityId);
            if (type == EntityType.Person && ArticleEntityRow.Split(row.Positions) is { Count: > 0 } positions)
                node["jobTitle"] = Many(positions.Select(position => (JsonNode)position));
            yield return node;
        }
    }

    static IEnumerable<JsonNode> Quotations(ArticleContent content) =>
        content
            .Facts.Where(fact => fact.Type == FactType.Statement && Value(fact, "direct") == "true")
            .Select(fact =>
            {
                var speaker = Value(fact, "speaker")!;
                var row = content.Entities.FirstOrDefault(entity => entity.Name == speaker);
                var who = Named(row?.Type == EntityType.Organization ? "Organization" : "Person", speaker);
                if (row is not null)
                    who["@id"] = content.AddressOf(row.EntityId);
                return (JsonNode)
                    new JsonObject
                    {
                        ["@type"] = "Quotation",
                        ["text"] = Value(fact, "content"),
                        ["spokenByCharacter"] = who,
                    };
            });

    /// <summary>What took place or will; not what the text denies.</summary>
    static IEnumerable<JsonNode> Events(ArticleContent content) =>
        content
            .Facts.Where(fact => fact.Type == FactType.EventHeld && fact.Modality is Modality.Stated or Modality.Planned)
            .Select(fact =>
            {
                var node = Named("Event", Value(fact, "event")!);
                if (Value(fact, "time") is { } time && IsDate(time))
                    node["startDate"] = time;
                if (Value(fact, "place") is { } place)
                    node["location"] = Named("Place", place);
                if (Value(fact, "organizer") is { } organizer)
                    node["organizer"] = Named("Organization", organizer);
                if (fact.Modality == Modality.Planned)
                    node["eventStatus"] = "https://schema.org/EventScheduled";
                return (JsonNode)node;
            });

    // An interval or an open year is none of schema.org's dates.
    static bool IsDate(string time) =>
        Rfc3339.TryParseInstantOrDay(time, out _) || (time.Length is 4 or 7 && time.All(c => char.IsDigit(c) || c == '-'));

    static string? Value(Fact fact, string name) => fact.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;

    static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    static JsonArray? Many(IEnumerable<JsonNode> nodes) => new JsonArray([.. nodes]) is { Count: > 0 } array ? array : null;

    static JsonObject WithoutNulls(JsonObject node)
    {
        foreach (var name in node.Where(property => property.Value is null).Select(property => property.Key).ToList())
            node.Remove(name);
        return node;
    }
}
