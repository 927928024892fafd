using Microsoft.EntityFrameworkCore;

namespace NewsApi.Gateway.Persistence;

/// <summary>An article in the search index. Its id is the rowid in the FTS5 table ArticleSearch; a trigger deletes there what is deleted here.</summary>
public sealed class SearchDocumentRow
{
    public long Id { get; init; }

    public required Guid ArticleId { get; init; }

    public required int Revision { get; init; }

    /// <summary>Of the way of indexing.</summary>
    public required int Version { get; init; }
}

/// <summary>Somebody who wrote an article.</summary>
public sealed class ArticleAuthorRow
{
    public required Guid ArticleId { get; init; }

    /// <summary>The name in the form that names are compared in (<see cref="EntityKey"/>).</summary>
    public required string Key { get; init; }

    /// <summary><see cref="Key"/> without marks.</summary>
    public required string Folded { get; init; }

    /// <summary>As the article has it.</summary>
    public required string Name { get; init; }
}

/// <summary>A subject that an article is about.</summary>
public sealed class ArticleTopicRow
{
    public required Guid ArticleId { get; init; }

    /// <summary>Of the IPTC Media Topics: eight digits.</summary>
    public required string Code { get; init; }

    /// <summary>The code of the subject above it; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>In Vietnamese.</summary>
    public required string Label { get; init; }

    public required string EnglishLabel { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The article's time: of publication, else what its text tells, else when it was kept.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>The tables that articles are found by.</summary>
static class SearchTables
{
    public static void AddTo(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SearchDocumentRow>(document =>
        {
            document.HasKey(row => row.Id);
            document.HasIndex(row => row.ArticleId).IsUnique();
            document.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ArticleAuthorRow>(author =>
        {
            author.HasKey(row => new { row.ArticleId, row.Key });
            author.HasIndex(row => new { row.Key, row.ArticleId });
            author.HasIndex(row => new { row.Folded, row.ArticleId });
            author.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ArticleTopicRow>(topic =>
        {
            topic.HasKey(row => new { row.ArticleId, row.Code });
            topic.HasIndex(row => new { row.Code, row.ArticleId });
            topic.HasIndex(row => new { row.SeenAt, row.Code });
            topic.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
