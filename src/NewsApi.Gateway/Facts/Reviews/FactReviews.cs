using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts.Reviews;

/// <summary>What a person said of a fact.</summary>
/// <param name="Verdict">confirmed, rejected or edited.</param>
/// <param name="By">Who said so.</param>
/// <param name="Reason">Why; absent where no reason was given.</param>
/// <param name="At">When.</param>
/// <param name="Stated">Of an edited fact: its arguments as the articles give them.</param>
public sealed record FactReviewResource(
    FactVerdict Verdict,
    string By,
    string? Reason,
    DateTimeOffset At,
    IReadOnlyList<StoredArgumentResource>? Stated
)
{
    public static FactReviewResource Of(FactReviewRow row) =>
        new(row.Verdict, row.By, row.Reason, row.At, row.Stated is null ? null : FactReviews.Read(row.Stated));
}

/// <summary>Puts verdicts on facts. Runs inside a writing transaction.</summary>
static class FactReviews
{
    public static string Write(IEnumerable<StoredArgumentResource> arguments) => JsonSerializer.Serialize(arguments.ToList(), Json.Options);

    public static IReadOnlyList<StoredArgumentResource> Read(string json) =>
        JsonSerializer.Deserialize<List<StoredArgumentResource>>(json, Json.Options)!;

    /// <summary>The facts that a person said are none.</summary>
    public static IQueryable<Guid> Rejected(NewsDbContext db) =>
        db.FactReviews.Where(review => review.Verdict == FactVerdict.Rejected).Select(review => review.FactId);

    /// <summary>Puts other arguments in the place of a fact's: what lists filter by is what they show.</summary>
    public static async Task ReplaceArgumentsAsync(NewsDbContext db, Guid factId, IReadOnlyList<StoredArgumentResource> arguments)
    {
        await db.FactArguments.Where(row => row.FactId == factId).ExecuteDeleteAsync();
        db.FactArguments.AddRange(RowsOf(factId, arguments));
    }

    public static IEnumerable<FactArgumentRow> RowsOf(Guid factId, IReadOnlyList<StoredArgumentResource> arguments) =>
        arguments.Select(
            (argument, i) =>
                new FactArgumentRow
                {
                    FactId = factId,
                    Ordinal = i,
                    Name = argument.Name,
                    Value = argument.Value,
                    EntityId = argument.EntityId,
                    Key = argument.EntityId ?? FactIdentity.KeyOf(argument.Value),
                }
        );
}
