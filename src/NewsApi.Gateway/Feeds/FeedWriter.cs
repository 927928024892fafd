using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Feeds;

/// <param name="Address">Where the feed is.</param>
/// <param name="Articles">With everything, the newest first.</param>
public sealed record Feed(Uri Address, IReadOnlyList<ArticleResource> Articles)
{
    public string Title => "NewsApi";

    /// <summary>What a person may read of it.</summary>
    public string Home => new Uri(Address, "/docs").ToString();

    public DateTimeOffset Updated => Articles.Count > 0 ? Articles.Max(article => article.UpdatedAt) : DateTimeOffset.UnixEpoch;

    public string AddressOf(ArticleResource article) => article.Url ?? new Uri(Address, ArticleLinks.PathOf(article.Id)).ToString();
}

/// <summary>Writes feeds: JSON Feed 1.1, Atom (RFC 4287), RSS 2.0.</summary>
public static class FeedWriter
{
    public const string JsonFeed = "application/feed+json";
    public const string Atom = "application/atom+xml";
    public const string Rss = "application/rss+xml";

    const string AtomNamespace = "http://www.w3.org/2005/Atom";
    const string DublinCore = "http://purl.org/dc/elements/1.1/";
    const string Untitled = "(không có tiêu đề)";

    public static string WriteJson(Feed feed)
    {
        var items = new JsonArray();
        foreach (var article in feed.Articles)
        {
            var item = new JsonObject
            {
                ["id"] = IdOf(article),
                ["url"] = feed.AddressOf(article),
                ["title"] = article.Title ?? Untitled,
                ["content_text"] = ReadingText.Of(article),
                ["date_published"] = Time(article.Published ?? article.StoredAt),
                ["date_modified"] = Time(article.UpdatedAt),
            };
            if (article.Lead is { } lead)
                item["summary"] = lead;
            if (article.Language is { } language and not "und")
                item["language"] = language;
            if (article.Authors is { Count: > 0 } authors)
                item["authors"] = new JsonArray([.. authors.Select(author => new JsonObject { ["name"] = author.Text })]);
            if (article.Keywords is { Count: > 0 } keywords)
                item["tags"] = new JsonArray([.. keywords.Select(word => (JsonNode)word)]);
            items.Add(item);
        }
        return new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = feed.Home,
            ["feed_url"] = feed.Address.ToString(),
            ["items"] = items,
        }.ToJsonString(Json.Options);
    }

    public static byte[] WriteAtom(Feed feed) =>
        Write(xml =>
        {
            xml.WriteStartElement("feed", AtomNamespace);
            Element(xml, "id", feed.Address.ToString());
            Element(xml, "title", feed.Title);
            Element(xml, "updated", Time(feed.Updated));
            Link(xml, "self", feed.Address.ToString());
            Link(xml, "alternate", feed.Home);
            foreach (var article in feed.Articles)
            {
                xml.WriteStartElement("entry");
                Element(xml, "id", IdOf(article));
                Element(xml, "title", article.Title ?? Untitled);
                Element(xml, "updated", Time(article.UpdatedAt));
                Element(xml, "published", Time(article.Published ?? article.StoredAt));
                Link(xml, "alternate", feed.AddressOf(article));
                foreach (var author in AuthorsOf(article))
                {
                    xml.WriteStartElement("author");
                    Element(xml, "name", author);
                    xml.WriteEndElement();
                }
                if (article.Lead is { } lead)
                    Element(xml, "summary", lead);
                Element(xml, "content", ReadingText.Of(article));
                foreach (var word in article.Keywords ?? [])
                {
                    xml.WriteStartElement("category");
                    xml.WriteAttributeString("term", Clean(word));
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });

    // An entry without an author is none by RFC 4287.
    static IEnumerable<string> AuthorsOf(ArticleResource article) =>
        article.Authors is { Count: > 0 } authors
            ? authors.Select(author => author.Text)
            : [article.Agency ?? article.PrintedSource ?? article.Source ?? "NewsApi"];

    public static byte[] WriteRss(Feed feed) =>
        Write(xml =>
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            Element(xml, "title", feed.Title);
            Element(xml, "link", feed.Home);
            Element(xml, "description", "Articles that meet a query, the newest first.");
            xml.WriteStartElement("atom", "link", AtomNamespace);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", Rss);
            xml.WriteAttributeString("href", feed.Address.ToString());
            xml.WriteEndElement();
            if (feed.Articles.Count > 0)
                Element(xml, "lastBuildDate", feed.Updated.ToString("r", CultureInfo.InvariantCulture));
            foreach (var article in feed.Articles)
            {
                xml.WriteStartElement("item");
                Element(xml, "title", article.Title ?? Untitled);
                Element(xml, "link", feed.AddressOf(article));
                xml.WriteStartElement("guid");
                xml.WriteAttributeString("isPermaLink", "false");
                xml.WriteString(IdOf(article));
                xml.WriteEndElement();
                Element(
                    xml,
                    "pubDate",
                    (article.Published ?? article.StoredAt).ToUniversalTime().ToString("r", CultureInfo.InvariantCulture)
                );
                foreach (var author in article.Authors ?? [])
                    xml.WriteElementString("dc", "creator", DublinCore, Clean(author.Text));
                foreach (var word in article.Keywords ?? [])
                    Element(xml, "category", word);
                Element(xml, "description", article.Lead ?? ReadingText.Of(article));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        });

    static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
            write(xml);
        return stream.ToArray();
    }

    static void Link(XmlWriter xml, string rel, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    /// <summary>Pages have characters that no XML may have: they are left out.</summary>
    static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        return clean.ToString();
    }

    static string IdOf(ArticleResource article) => $"urn:uuid:{article.Id}";

    static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
