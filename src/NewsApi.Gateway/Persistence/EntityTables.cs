using Microsoft.EntityFrameworkCore;

namespace NewsApi.Gateway.Persistence;

/// <summary>The tables of entities over all articles.</summary>
static class EntityTables
{
    public static void AddTo(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EntityRow>(entity =>
        {
            entity.HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => new { row.Type, row.NameKey });
            entity.HasIndex(row => new { row.Articles, row.Id });
            entity.HasIndex(row => new { row.LastSeen, row.Id });
            entity.HasIndex(row => row.MergedInto).HasFilter("\"MergedInto\" IS NOT NULL");
        });
        modelBuilder.Entity<EntityAliasRow>(alias =>
        {
            alias.HasKey(row => new { row.EntityId, row.Key });
            alias.HasOne<EntityRow>().WithMany().HasForeignKey(row => row.EntityId).OnDelete(DeleteBehavior.Cascade);
            alias.HasIndex(row => new { row.Key, row.EntityId });
            alias.HasIndex(row => new { row.Folded, row.EntityId });
        });
        modelBuilder.Entity<ArticleEntityRow>(link =>
        {
            link.HasKey(row => new
            {
                row.ArticleId,
                row.Type,
                row.Name,
            });
            link.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
            link.HasOne<EntityRow>().WithMany().HasForeignKey(row => row.EntityId).OnDelete(DeleteBehavior.Restrict);
            link.HasIndex(row => new
            {
                row.EntityId,
                row.SeenAt,
                row.ArticleId,
            });
        });
        modelBuilder.Entity<EntityDecisionRow>(decision =>
        {
            decision.HasKey(row => new
            {
                row.ArticleId,
                row.Type,
                row.Name,
            });
            decision.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
            decision.HasOne<EntityRow>().WithMany().HasForeignKey(row => row.EntityId).OnDelete(DeleteBehavior.Cascade);
            decision.HasIndex(row => row.EntityId);
        });
    }
}
