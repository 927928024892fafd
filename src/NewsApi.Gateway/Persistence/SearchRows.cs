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
    }
}
