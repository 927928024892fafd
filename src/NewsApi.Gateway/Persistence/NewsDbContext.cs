using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Persistence;

/// <summary>The tables. Handlers that read get one from dependency injection, on a read-only connection; writing goes through <see cref="NewsStore"/>.</summary>
public sealed class NewsDbContext(DbContextOptions<NewsDbContext> options) : DbContext(options)
{
    public DbSet<ArticleRow> Articles => Set<ArticleRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<ContentRow> Contents => Set<ContentRow>();

    public DbSet<AnalysisRow> Analyses => Set<AnalysisRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<EntityRow> Entities => Set<EntityRow>();

    public DbSet<EntityAliasRow> EntityAliases => Set<EntityAliasRow>();

    public DbSet<ArticleEntityRow> ArticleEntities => Set<ArticleEntityRow>();

    public DbSet<FactRow> Facts => Set<FactRow>();

    public DbSet<FactArgumentRow> FactArguments => Set<FactArgumentRow>();

    public DbSet<FactEvidenceRow> FactEvidence => Set<FactEvidenceRow>();

    public DbSet<FactReviewRow> FactReviews => Set<FactReviewRow>();

    public DbSet<SearchDocumentRow> SearchDocuments => Set<SearchDocumentRow>();

    public DbSet<ArticleAuthorRow> ArticleAuthors => Set<ArticleAuthorRow>();

    public DbSet<ArticleTopicRow> ArticleTopics => Set<ArticleTopicRow>();

    public DbSet<ArticleSketchRow> ArticleSketches => Set<ArticleSketchRow>();

    public DbSet<SketchKeyRow> SketchKeys => Set<SketchKeyRow>();

    public DbSet<EntityDecisionRow> EntityDecisions => Set<EntityDecisionRow>();

    /// <summary>
    /// Until it is disposed, everything read through this context is of one moment. The isolation level is the driver's word for a plain
    /// BEGIN, which a connection that cannot write may do; what is read is committed in any case.
    /// </summary>
    public Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation) =>
        Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<EntityType>().HaveConversion<string>();
        configurationBuilder.Properties<FactType>().HaveConversion<string>();
        configurationBuilder.Properties<FactVerdict>().HaveConversion<string>();
        configurationBuilder.Properties<Modality>().HaveConversion<string>();
        configurationBuilder.Properties<ArticleState>().HaveConversion<string>();
        configurationBuilder.Properties<ChangeKind>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ArticleRow>(article =>
        {
            article.HasKey(row => row.Id);
            article.Property(row => row.Id).ValueGeneratedNever();
            article.Ignore(row => row.Published);
            article.Ignore(row => row.SeenAt);
            article.Ignore(row => row.HasTime);

            article.HasIndex(row => row.ExternalKey).IsUnique();
            article.HasIndex(row => row.CanonicalUrl).IsUnique();
            article.HasIndex(row => row.TextHash);
            article
                .HasIndex(row => row.TextHash, "IX_Articles_TextHash_NothingElse")
                .IsUnique()
                .HasFilter("\"ExternalKey\" IS NULL AND \"CanonicalUrl\" IS NULL");
            article.HasIndex(row => row.GroupId);
            // No foreign key: SQLite would have to make the table anew. Deletion takes care of it.
            article.HasIndex(row => row.CopyOf).HasFilter("\"CopyOf\" IS NOT NULL");

            article.HasIndex(row => new { row.StoredAt, row.Id });
            article.HasIndex(row => new { row.PublishedAt, row.Id });
            article.HasIndex(row => new
            {
                row.Source,
                row.StoredAt,
                row.Id,
            });
            article.HasIndex(row => row.LeaseUntil).HasFilter("\"State\" = 'Pending'");
            article.HasIndex(row => row.Id, "IX_Articles_NotLinked").HasFilter("\"State\" = 'Ready' AND \"LinkedRevision\" IS NULL");
            article.HasIndex(row => row.Id, "IX_Articles_NotIndexed").HasFilter("\"State\" = 'Ready' AND \"IndexedRevision\" IS NULL");
            article
                .HasIndex(row => row.Id, "IX_Articles_FactsNotKept")
                .HasFilter("\"State\" = 'Ready' AND \"LinkedRevision\" IS NOT NULL AND \"FactsRevision\" IS NULL");
        });

        modelBuilder.Entity<RevisionRow>(revision =>
        {
            revision.HasKey(row => new { row.ArticleId, row.Number });
            revision.HasOne<ArticleRow>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
            revision.HasOne<ContentRow>().WithMany().HasForeignKey(row => row.ContentHash).OnDelete(DeleteBehavior.Restrict);
        });

        modelBuilder.Entity<ContentRow>().HasKey(row => row.Hash);

        modelBuilder.Entity<AnalysisRow>(analysis =>
        {
            analysis.HasKey(row => new
            {
                row.ArticleId,
                row.Revision,
                row.PipelineVersion,
            });
            analysis
                .HasOne<RevisionRow>()
                .WithMany()
                .HasForeignKey(row => new { row.ArticleId, row.Revision })
                .OnDelete(DeleteBehavior.Cascade);
        });

        modelBuilder.Entity<ChangeRow>(change =>
        {
            change.HasKey(row => row.Sequence);
            change.Property(row => row.Sequence).ValueGeneratedOnAdd();
            change.HasIndex(row => row.ArticleId);
        });

        EntityTables.AddTo(modelBuilder);
        FactTables.AddTo(modelBuilder);
        SearchTables.AddTo(modelBuilder);
        SketchTables.AddTo(modelBuilder);
    }

    /// <summary>SQLite has no type for an instant: as a number it can be compared and sorted.</summary>
    sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
