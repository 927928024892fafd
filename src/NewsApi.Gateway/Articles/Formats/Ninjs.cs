using System.Globalization;
using System.Text.Json.Nodes;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Topics;

namespace NewsApi.Gateway.Articles.Formats;

/// <summary>An article as ninjs 3.1, the IPTC's news in JSON.</summary>
public static class Ninjs
{
    public const string MediaType = "application/vnd.iptc.ninjs+json";

    public static JsonObject Of(ArticleContent content)
    {
        var article = content.Article;
        var item = new JsonObject
        {
            ["uri"] = $"urn:uuid:{article.Id}",
            ["standard"] = new JsonObject { ["name"] = "ninjs", ["version"] = "3.1" },
            ["type"] = "text",
            ["version"] = article.Revision.ToString(CultureInfo.InvariantCulture),
            ["versionCreated"] = Time(article.UpdatedAt),
            ["firstCreated"] = Time(article.StoredAt),
            ["pubStatus"] = "usable",
        };
        if (article.Language is { } language and not "und")
            item["language"] = language;
        if (article.Published is { } published)
            item["contentCreated"] = Time(published);
        if (article.Authors is { Count: > 0 } authors)
            item["by"] = string.Join(", ", authors.Select(author => author.Text));
        Add(item, "headlines", article.Title is { } title ? [Text("main", title)] : []);
        Add(item, "descriptions", article.Lead is { } lead ? [Text("summary", lead)] : []);
        Add(item, "bodies", [Text("main", ReadingText.Of(article))]);
        Add(item, "subjects", (article.Topics ?? []).Select(Subject));
        Add(item, "people", Named(content, EntityType.Person));
        Add(item, "organisations", Named(content, EntityType.Organization));
        Add(item, "places", Named(content, EntityType.Location));
        return item;
    }

    static IEnumerable<JsonNode> Named(ArticleContent content, EntityType type) =>
        content
            .EntitiesOf(type)
            .Select(row =>
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = row.Name,
                        ["rel"] = "mentions",
                        ["uri"] = content.AddressOf(row.EntityId),
                    }
            );

    static JsonNode Subject(TopicResource topic) =>
        new JsonObject
        {
            ["name"] = topic.Label,
            ["rel"] = "about",
            ["uri"] = TopicCode.AddressOf(topic.Code),
        };

    static JsonObject Text(string role, string value) =>
        new()
        {
            ["role"] = role,
            ["contentType"] = "text/plain",
            ["value"] = value,
        };

    static void Add(JsonObject item, string name, IEnumerable<JsonNode> nodes)
    {
        if (new JsonArray([.. nodes]) is { Count: > 0 } array)
            item[name] = array;
    }

    static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
