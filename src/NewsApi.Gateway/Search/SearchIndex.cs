using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Similar;

namespace NewsApi.Gateway.Search;

/// <summary>
/// The words of ready articles, by part of the article: an FTS5 table without the text itself, with a column for the words as they are and
/// one for them without marks. Only the article is in it: menus, other articles' headlines and the like are not found.
/// </summary>
public static class SearchIndex
{
    /// <summary>Goes up with every change of what is indexed and how, sketches of copies and topics too: articles of an earlier one are indexed anew in the background.</summary>
    public const int Version = 3;

    /// <summary>A token that no text has: phrases do not run over the ends of lines.</summary>
    const string LineEnd = " \uE000 ";

    public static string ColumnOf(SearchField field, bool isExact) => field.ToString() + (isExact ? "Exact" : "Folded");

    /// <summary>Puts the current revision of an article in the place of what was indexed of it.</summary>
    /// <param name="text">Of that revision.</param>
    public static async Task WriteAsync(NewsDbContext db, ArticleRow article, Document document, string text)
    {
        // A trigger takes the words out with the row.
        await db.SearchDocuments.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync();
        await db.ArticleAuthors.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync();
        await db.ArticleTopics.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO SearchDocuments (ArticleId, Revision, Version) VALUES ({article.Id}, {article.Revision}, {Version})"
        );
        var words = new (StringBuilder Exact, StringBuilder Folded)[4];
        for (var i = 0; i < words.Length; i++)
            words[i] = (new StringBuilder(), new StringBuilder());
        foreach (var line in document.Lines)
            if (FieldOf(line.Role) is { } field)
                Append(words[(int)field], text[line.Span.Start..line.Span.End]);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO ArticleSearch (rowid, TitleExact, LeadExact, BodyExact, CaptionExact, TitleFolded, LeadFolded, BodyFolded, CaptionFolded)
            VALUES (last_insert_rowid(),
                {words[0].Exact.ToString()}, {words[1].Exact.ToString()}, {words[2].Exact.ToString()}, {words[3].Exact.ToString()},
                {words[0].Folded.ToString()}, {words[1].Folded.ToString()}, {words[2].Folded.ToString()}, {words[3].Folded.ToString()})
            """
        );
        foreach (var author in (document.Metadata?.Authors ?? []).Select(author => author.Text).DistinctBy(EntityKey.Exact))
            db.ArticleAuthors.Add(
                new ArticleAuthorRow
                {
                    ArticleId = article.Id,
                    Key = EntityKey.Exact(author),
                    Folded = EntityKey.Folded(author),
                    Name = author,
                }
            );
        foreach (var found in document.Topics)
            db.ArticleTopics.Add(
                new ArticleTopicRow
                {
                    ArticleId = article.Id,
                    Code = found.Topic.Code,
                    Parent = found.Topic.HasParent ? found.Topic.Parent : null,
                    Label = found.Topic.Label,
                    EnglishLabel = found.Topic.EnglishLabel,
                    Score = found.Score,
                    SeenAt = article.SeenAt,
                }
            );
        await SimilarArticles.WriteAsync(db, article, document, text);
        article.IndexedRevision = article.Revision;
    }

    /// <summary>Null for what is no part of the article.</summary>
    public static SearchField? FieldOf(LineRole role) =>
        role switch
        {
            LineRole.Title => SearchField.Title,
            LineRole.Lead => SearchField.Lead,
            LineRole.Heading or LineRole.Paragraph or LineRole.PullQuote => SearchField.Body,
            LineRole.Caption => SearchField.Caption,
            _ => null,
        };

    static void Append((StringBuilder Exact, StringBuilder Folded) words, string line)
    {
        var tokens = SearchTokens.Of(line);
        words.Exact.Append(words.Exact.Length > 0 ? LineEnd : "").AppendJoin(' ', tokens.Select(token => token.Exact));
        words.Folded.Append(words.Folded.Length > 0 ? LineEnd : "").AppendJoin(' ', tokens.Select(token => token.Folded));
    }
}
