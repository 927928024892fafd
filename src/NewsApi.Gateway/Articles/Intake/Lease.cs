using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles.Intake;

/// <summary>
/// The right to have one revision of an article analysed. It is for one attempt and runs out by itself, so that a page whose holder
/// died is taken up by another.
/// </summary>
/// <param name="IsSuspect">The last attempt broke off with the engine: this page may have ended it.</param>
public sealed record Lease(Guid ArticleId, int Revision, DateTimeOffset Until, bool IsSuspect = false)
{
    public const string BrokeOff = "The processing service was away, or broke off while it read the page.";

    /// <summary>What reading and storing may take beside the call, behind other writers.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Counts the attempt before it is made: a page that ends the whole process is counted too.</summary>
    /// <param name="deadline">How long the engine may take.</param>
    public static Lease Take(ArticleRow article, DateTimeOffset now, TimeSpan deadline)
    {
        var until = now + deadline + Margin;
        // An engine that was never reached gave the attempt back.
        var isSuspect = article.Attempts > 0 && article.FailureReason == BrokeOff;
        article.Attempts++;
        article.LeaseUntil = until;
        return new Lease(article.Id, article.Revision, until, isSuspect);
    }

    /// <summary>False once the lease ran out and another took the article, or its revision is not the current one any more.</summary>
    public bool IsOn(ArticleRow article) =>
        article.State == ArticleState.Pending && article.Revision == Revision && article.LeaseUntil == Until;
}
