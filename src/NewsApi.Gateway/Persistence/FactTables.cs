using Microsoft.EntityFrameworkCore;

namespace NewsApi.Gateway.Persistence;

/// <summary>The tables of facts over all articles.</summary>
static class FactTables
{
    public static void AddTo(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FactRow>(fact =>
        {
            fact.HasKey(row => row.Id);
            fact.Property(row => row.Id).ValueGeneratedNever();
            fact.HasIndex(row => new { row.LastSeen, row.Id });
            fact.HasIndex(row => new
            {
                row.Type,
                row.LastSeen,
                row.Id,
            });
        });
        modelBuilder.Entity<FactReviewRow>(review =>
        {
            review.HasKey(row => row.FactId);
            review.Property(row => row.FactId).ValueGeneratedNever();
            review.HasIndex(row => new { row.Verdict, row.FactId });
        });
        modelBuilder.Entity<FactArgumentRow>(argument =>
        {
            argument.HasKey(row => new { row.FactId, row.Ordinal });
            argument.HasOne<FactRow>().WithMany().HasForeignKey(row => row.FactId).OnDelete(DeleteBehavior.Cascade);
            argument.HasIndex(row => new
            {
                row.EntityId,
                row.Name,
                row.FactId,
            });
            argument.HasIndex(row => new
            {
                row.Name,
                row.Key,
                row.FactId,
            });
        });
        modelBuilder.Entity<FactEvidenceRow>(evidence =>
        {
            evidence.HasKey(row => new
            {
                row.FactId,
                row.ArticleId,
                row.Ordinal,
            });
            evidence.HasOne<FactRow>().WithMany().HasForeignKey(row => row.FactId).OnDelete(DeleteBehavior.Cascade);
            evidence.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
            evidence.HasIndex(row => new { row.ArticleId, row.FactId });
        });
    }
}
