using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles.Formats;

/// <summary>All that other formats are written from.</summary>
/// <param name="Base">Scheme and host of the request: these formats have whole addresses.</param>
/// <param name="Article">With everything that was read in it.</param>
/// <param name="Entities">Who and what the article names, linked; empty while that waits.</param>
/// <param name="Facts">As the engine found them.</param>
public sealed record ArticleContent(Uri Base, ArticleResource Article, IReadOnlyList<ArticleEntityRow> Entities, IReadOnlyList<Fact> Facts)
{
    /// <summary>Of the article in this API.</summary>
    public string Address => new Uri(Base, ArticleLinks.PathOf(Article.Id)).ToString();

    public string AddressOf(Guid entity) => new Uri(Base, NewsApi.Gateway.Entities.EntityLinks.PathOf(entity)).ToString();

    /// <summary>Where readers find the page, else the article in this API.</summary>
    public string PublicAddress => Article.Url ?? Address;

    /// <summary>Of one entity that the article names in several ways, the first.</summary>
    public IEnumerable<ArticleEntityRow> EntitiesOf(EntityType type) =>
        Entities.Where(row => row.Type == type).OrderBy(row => row.Start).DistinctBy(row => row.EntityId);
}
