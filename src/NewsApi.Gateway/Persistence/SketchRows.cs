using Microsoft.EntityFrameworkCore;

namespace NewsApi.Gateway.Persistence;

/// <summary>What an article's text has in common with others is told by this (TextSketch).</summary>
public sealed class ArticleSketchRow
{
    public required Guid ArticleId { get; init; }

    /// <summary>How many different runs of syllables the text has.</summary>
    public required int Runs { get; init; }

    /// <summary>The smallest hashes of them, 64 bits each, little endian.</summary>
    public required byte[] Hashes { get; init; }
}

/// <summary>By one of its smallest hashes an article is found.</summary>
public sealed class SketchKeyRow
{
    public required long Key { get; init; }

    public required Guid ArticleId { get; init; }
}

/// <summary>The tables that copies are found by.</summary>
static class SketchTables
{
    public static void AddTo(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ArticleSketchRow>(sketch =>
        {
            sketch.HasKey(row => row.ArticleId);
            sketch.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SketchKeyRow>(key =>
        {
            key.HasKey(row => new { row.Key, row.ArticleId });
            key.HasIndex(row => row.ArticleId);
            key.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
