using FluentValidation;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Entities;
using NewsApi.Gateway.Facts;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Search;
using NewsApi.Gateway.Topics;

namespace NewsApi.Gateway.Articles;

/// <summary>A kind of page, or all of them.</summary>
public enum KindFilter
{
    Article,
    Listing,
    Error,
    Consent,
    Other,

    /// <summary>Pages of every kind, and those that have none because they are not analysed.</summary>
    All,
}

/// <summary>Which articles a list has or a count counts: those that meet every parameter that is given.</summary>
public abstract class ArticleFilter
{
    [QueryParameter(
        "Only with these words: all of them, \"in this order\", a OR b, NOT a or -a, (brackets), begin*, and title:, lead:, body: or caption: before any of these. "
            + "Only the article itself is searched, not what surrounds it on the page.",
        Example = "title:\"đường sắt\" (Hà Nội OR Huế) -bóng"
    )]
    public string? Q { get; set; }

    [QueryParameter(
        "How marks in q are taken. auto: a word with marks finds itself alone, one without finds all that are the same without marks; exact: as typed; "
            + "ignore: marks never count."
    )]
    public Diacritics Diacritics { get; set; } = Diacritics.Auto;

    [QueryParameter("Only from this source, as the submitter named it.", Example = "vnexpress")]
    public string? Source { get; set; }

    [QueryParameter(
        "Only pages of this kind; all for every kind and also for pages that are pending or failed. Without it: articles, and whatever "
            + "state asks for."
    )]
    public KindFilter? Kind { get; set; }

    [QueryParameter("Only in one of these states. Without it: ready, or every state with kind=all.", Example = "pending,failed")]
    public IReadOnlyList<ArticleState> State { get; set; } = [];

    [QueryParameter("Only in one of these languages (BCP 47), as the analysis found them.", Example = "vi")]
    public IReadOnlyList<string> Language { get; set; } = [];

    [QueryParameter("Only those that a person should look at (true), or need not (false).")]
    public bool? NeedsReview { get; set; }

    [QueryParameter("Only published then or later. Leaves out what has no publication time.", Example = "2026-02-07")]
    public DateTimeOffset? PublishedFrom { get; set; }

    [QueryParameter("Only published before then. Leaves out what has no publication time.", Example = "2026-02-08")]
    public DateTimeOffset? PublishedTo { get; set; }

    [QueryParameter("Only first kept then or later.", Example = "2026-02-07T14:00:00%2B07:00")]
    public DateTimeOffset? StoredFrom { get; set; }

    [QueryParameter("Only first kept before then.", Example = "2026-02-08")]
    public DateTimeOffset? StoredTo { get; set; }

    [QueryParameter("Only those that name every one of these entities, by their ids.")]
    public IReadOnlyList<Guid> Entity { get; set; } = [];

    [QueryParameter("Only those that name a person so; without marks in the name, marks do not count.", Example = "Nguyễn Văn A")]
    public string? Person { get; set; }

    [QueryParameter("Only those that name a body so, by its name or an abbreviation.", Example = "UBND TP.HCM")]
    public string? Organization { get; set; }

    [QueryParameter("Only those that name a place so.", Example = "Cà Mau")]
    public string? Location { get; set; }

    [QueryParameter("Only by this author; without marks in the name, marks do not count.", Example = "Nguyễn Văn A")]
    public string? Author { get; set; }

    [QueryParameter(
        "Only those about every one of these subjects of the IPTC Media Topics, by their codes (eight digits, with or without medtop:). A subject of the top level "
            + "has those below it.",
        Example = "15000000"
    )]
    public IReadOnlyList<string> Topic { get; set; } = [];

    [QueryParameter("Of articles with much the same text only the one that was kept first (copyOf).")]
    public bool Collapse { get; set; }

    [QueryParameter("Only those that state a fact of one of these types.", Example = "meeting,visit")]
    public IReadOnlyList<FactType> FactType { get; set; } = [];

    [QueryParameter("Only those that state that somebody holds this position.", Example = "Bộ trưởng Bộ Ngoại giao")]
    public string? Position { get; set; }

    /// <exception cref="ProblemException">invalid-parameter: q cannot be read.</exception>
    public IQueryable<ArticleRow> Apply(NewsDbContext db)
    {
        var rows = ApplyOthers(db);
        if (Q is not null)
        {
            var found = ArticleSearch.Found(db, ArticleSearch.Parse(Q), Diacritics);
            rows = rows.Where(row => row.State == ArticleState.Ready && found.Contains(row.Id));
        }
        return rows;
    }

    /// <summary>All but q.</summary>
    public IQueryable<ArticleRow> ApplyOthers(NewsDbContext db)
    {
        var rows = ApplyFacts(db, ApplyEntities(db, ApplyTimes(ApplyKindAndState(db.Articles))));
        if (Source is not null)
            rows = rows.Where(row => row.Source == Source);
        // What an analysis said of an earlier revision is not shown while the next one waits: it is not found by either.
        if (Language.Count > 0)
            rows = rows.Where(row => row.State == ArticleState.Ready && Language.Contains(row.Language));
        if (Collapse)
            rows = rows.Where(row => row.CopyOf == null);
        foreach (var topic in Topic.Select(TopicCode.Of))
            rows = rows.Where(row =>
                row.State == ArticleState.Ready && db.ArticleTopics.Any(about => about.Code == topic && about.ArticleId == row.Id)
            );
        if (NeedsReview is not null)
            rows = rows.Where(row => row.State == ArticleState.Ready && row.NeedsReview == NeedsReview);
        return rows;
    }

    IQueryable<ArticleRow> ApplyEntities(NewsDbContext db, IQueryable<ArticleRow> rows)
    {
        foreach (var id in Entity.Distinct())
            rows = Naming(db, rows, db.Entities.Where(entity => entity.Id == id).Select(entity => entity.MergedInto ?? entity.Id));
        foreach (
            var (type, name) in new[]
            {
                (EntityType.Person, Person),
                (EntityType.Organization, Organization),
                (EntityType.Location, Location),
            }
        )
            if (name is not null)
                rows = Naming(db, rows, EntitySearch.Named(db, type, name));
        return rows;
    }

    IQueryable<ArticleRow> ApplyFacts(NewsDbContext db, IQueryable<ArticleRow> rows)
    {
        if (Author is not null)
        {
            var (exact, folded, hasMarks) = (EntityKey.Exact(Author), EntityKey.Folded(Author), EntityKey.HasMarks(Author));
            var by = db
                .ArticleAuthors.Where(author => hasMarks ? author.Key == exact : author.Folded == folded)
                .Select(author => author.ArticleId);
            rows = rows.Where(row => row.State == ArticleState.Ready && by.Contains(row.Id));
        }
        if (FactType.Count > 0)
        {
            var facts = db.Facts.Where(fact => FactType.Contains(fact.Type)).Select(fact => fact.Id);
            rows = Stating(db, rows, facts);
        }
        if (Position is not null)
        {
            var key = FactIdentity.KeyOf(Position);
            var held = db
                .FactArguments.Where(argument => argument.Name == "position" && argument.Key == key)
                .Select(argument => argument.FactId);
            rows = Stating(db, rows, held);
        }
        return rows;
    }

    static IQueryable<ArticleRow> Stating(NewsDbContext db, IQueryable<ArticleRow> rows, IQueryable<Guid> facts)
    {
        var stating = db.FactEvidence.Where(evidence => facts.Contains(evidence.FactId)).Select(evidence => evidence.ArticleId);
        return rows.Where(row => row.State == ArticleState.Ready && stating.Contains(row.Id));
    }

    static IQueryable<ArticleRow> Naming(NewsDbContext db, IQueryable<ArticleRow> rows, IQueryable<Guid> entities)
    {
        var naming = db.ArticleEntities.Where(link => entities.Contains(link.EntityId)).Select(link => link.ArticleId);
        return rows.Where(row => row.State == ArticleState.Ready && naming.Contains(row.Id));
    }

    IQueryable<ArticleRow> ApplyKindAndState(IQueryable<ArticleRow> rows)
    {
        if (State.Count > 0)
            rows = rows.Where(row => State.Contains(row.State));
        var name = (Kind ?? KindFilter.Article).ToString().ToLowerInvariant();
        return Kind switch
        {
            KindFilter.All => rows,
            null when State.Count > 0 => rows.Where(row => row.State != ArticleState.Ready || row.Kind == name),
            _ => rows.Where(row => row.State == ArticleState.Ready && row.Kind == name),
        };
    }

    IQueryable<ArticleRow> ApplyTimes(IQueryable<ArticleRow> rows)
    {
        if (PublishedFrom is not null)
            rows = rows.Where(row => row.PublishedAt >= PublishedFrom);
        if (PublishedTo is not null)
            rows = rows.Where(row => row.PublishedAt < PublishedTo);
        if (StoredFrom is { } storedFrom)
            rows = rows.Where(row => row.StoredAt >= storedFrom);
        if (StoredTo is { } storedTo)
            rows = rows.Where(row => row.StoredAt < storedTo);
        return rows;
    }
}

public abstract class ArticleFilterValidator<TFilter> : AbstractValidator<TFilter>
    where TFilter : ArticleFilter
{
    protected ArticleFilterValidator()
    {
        RuleFor(filter => filter.PublishedTo)
            .GreaterThan(filter => filter.PublishedFrom)
            .When(filter => filter.PublishedFrom is not null)
            .WithMessage("The value must be later than publishedFrom.");
        RuleFor(filter => filter.StoredTo)
            .GreaterThan(filter => filter.StoredFrom)
            .When(filter => filter.StoredFrom is not null)
            .WithMessage("The value must be later than storedFrom.");
        RuleFor(filter => filter.Topic)
            .Must(topics => topics.All(TopicCode.IsValid))
            .WithMessage("A topic has eight digits, such as 15000000; GET /v1/topics lists those that articles have.");
    }
}
