using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.OpenApi;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts.Reviews;

/// <summary>PUT and DELETE /v1/facts/{id}/review: a person confirms, rejects or corrects a fact, or takes that back.</summary>
public static class ReviewFact
{
    public static void MapReviewFact(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPut("/v1/facts/{id}/review", PutAsync)
            .Named(
                "reviewFact",
                "Facts",
                "Confirm, reject or correct a fact",
                "Says what a person found, in the place of what was said before. The verdict holds when the articles are analysed again. A rejected fact is left out of lists, timelines, "
                    + "connections and contradictions (review=rejected lists them); a corrected one has its arguments there, and what the articles give under review."
            )
            .WithMetadata(
                new BodyExample(
                    JsonSerializer.SerializeToNode(
                        new ReviewBody
                        {
                            Verdict = FactVerdict.Rejected,
                            By = "lan@toasoan.example",
                            Reason = "Bài báo dẫn tin đồn để bác bỏ.",
                        },
                        Json.Options
                    )!
                )
            )
            .Fails(
                ProblemKind.MalformedBody,
                ProblemKind.UnknownField,
                ProblemKind.InvalidField,
                ProblemKind.UnsupportedMediaType,
                ProblemKind.FactNotFound,
                ProblemKind.StoreUnavailable
            );
        routes
            .MapDelete("/v1/facts/{id}/review", DeleteAsync)
            .Named("deleteFactReview", "Facts", "Take back what was said of a fact", "Answers the fact as the articles state it.")
            .Fails(ProblemKind.FactNotFound, ProblemKind.StoreUnavailable);
    }

    static async Task<Ok<StoredFactResource>> PutAsync(string id, JsonBody<ReviewBody> body, IMediator mediator)
    {
        await mediator.Send(new ReviewFactCommand(id, body.Value), CancellationToken.None);
        return TypedResults.Ok(await mediator.Send(new GetFactQuery(id), CancellationToken.None));
    }

    static async Task<Ok<StoredFactResource>> DeleteAsync(string id, IMediator mediator)
    {
        await mediator.Send(new ReviewFactCommand(id, null), CancellationToken.None);
        return TypedResults.Ok(await mediator.Send(new GetFactQuery(id), CancellationToken.None));
    }
}

public sealed record ReviewBody
{
    /// <summary>confirmed, rejected or edited.</summary>
    public required FactVerdict Verdict { get; init; }

    /// <summary>Who says so, at most 200 characters.</summary>
    public required string By { get; init; }

    /// <summary>Why, at most 2,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>With edited, and only there: all arguments as they should be. An argument that names an entity has its id.</summary>
    public IReadOnlyList<ReviewArgument>? Arguments { get; init; }
}

public sealed record ReviewArgument
{
    /// <summary>As the fact's type has them.</summary>
    public required string Name { get; init; }

    public required string Value { get; init; }

    public Guid? EntityId { get; init; }
}

/// <param name="Body">Null to take the review back.</param>
public sealed record ReviewFactCommand(string Id, ReviewBody? Body) : IRequest<bool>;

public sealed class ReviewFactValidator : AbstractValidator<ReviewFactCommand>
{
    const int LongestBy = 200;
    const int LongestReason = 2000;
    const int LongestValue = 4000;
    const int MostArguments = 100;

    public ReviewFactValidator()
    {
        When(
            command => command.Body is not null,
            () =>
            {
                RuleFor(command => command.Body!.By)
                    .Must(by => !string.IsNullOrWhiteSpace(by) && by.Length <= LongestBy)
                    .OverridePropertyName("#/by")
                    .WithMessage($"The value must have 1 to {LongestBy} characters.");
                RuleFor(command => command.Body!.Reason)
                    .Must(reason => reason is null || reason.Length <= LongestReason)
                    .OverridePropertyName("#/reason")
                    .WithMessage($"The value must have at most {LongestReason} characters.");
                RuleFor(command => command.Body!)
                    .Must(body => body.Verdict == FactVerdict.Edited == body.Arguments is { Count: > 0 and <= MostArguments })
                    .OverridePropertyName("#/arguments")
                    .WithMessage($"The value goes with the verdict edited, and has 1 to {MostArguments} arguments.");
                RuleFor(command => command.Body!.Arguments)
                    .Must(arguments =>
                        (arguments ?? []).All(argument =>
                            !string.IsNullOrWhiteSpace(argument.Value) && argument.Value.Length <= LongestValue
                        )
                    )
                    .OverridePropertyName("#/arguments")
                    .WithMessage($"Every argument must have a value of 1 to {LongestValue} characters.");
            }
        );
    }
}

public sealed class ReviewFactHandler(NewsStore store, TimeProvider clock) : IRequestHandler<ReviewFactCommand, bool>
{
    public Task<bool> Handle(ReviewFactCommand request, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async db =>
            {
                var fact = await GetFactHandler.FindAsync(db, request.Id, cancellationToken);
                var known = await db.FactReviews.FindAsync([fact.Id], cancellationToken);
                var stated = known?.Stated ?? FactReviews.Write(await ArgumentsAsync(db, fact.Id, cancellationToken));
                if (known?.Verdict == FactVerdict.Edited && request.Body?.Verdict != FactVerdict.Edited)
                    await FactReviews.ReplaceArgumentsAsync(db, fact.Id, FactReviews.Read(stated));
                if (known is not null)
                    db.FactReviews.Remove(known);
                // The row's key stays the same: the old row has to be gone before the new one comes.
                await db.SaveChangesAsync(cancellationToken);
                if (request.Body is not { } body)
                    return true;

                var corrected = body.Verdict == FactVerdict.Edited ? await CorrectedAsync(db, fact, body, cancellationToken) : null;
                if (corrected is not null)
                    await FactReviews.ReplaceArgumentsAsync(db, fact.Id, corrected);
                db.FactReviews.Add(
                    new FactReviewRow
                    {
                        FactId = fact.Id,
                        Verdict = body.Verdict,
                        By = body.By,
                        Reason = body.Reason,
                        At = clock.GetUtcNow(),
                        Stated = corrected is null ? null : stated,
                        Corrected = corrected is null ? null : FactReviews.Write(corrected),
                    }
                );
                return true;
            },
            cancellationToken
        );

    static async Task<List<StoredArgumentResource>> ArgumentsAsync(NewsDbContext db, Guid factId, CancellationToken cancellation) =>
        await db
            .FactArguments.AsNoTracking()
            .Where(row => row.FactId == factId)
            .OrderBy(row => row.Ordinal)
            .Select(row => new StoredArgumentResource(row.Name, row.Value, row.EntityId))
            .ToListAsync(cancellation);

    static async Task<List<StoredArgumentResource>> CorrectedAsync(
        NewsDbContext db,
        FactRow fact,
        ReviewBody body,
        CancellationToken cancellation
    )
    {
        var names = FactArgumentNames.Of(fact.Type);
        var corrected = new List<StoredArgumentResource>();
        for (var i = 0; i < body.Arguments!.Count; i++)
        {
            var argument = body.Arguments[i];
            if (!names.Contains(argument.Name))
                throw Invalid(
                    $"#/arguments/{i}/name",
                    NearestName.Of(argument.Name, names) is { } nearest
                        ? $"Facts of this type have no such argument; the nearest is \"{nearest}\"."
                        : $"Facts of this type have no such argument; they have {string.Join(", ", names)}."
                );
            if (
                argument.EntityId is { } id
                && !await db.Entities.AnyAsync(entity => entity.Id == id && entity.MergedInto == null, cancellation)
            )
                throw Invalid($"#/arguments/{i}/entityId", "The value is the id of no entity, or of one that was merged into another.");
            corrected.Add(new StoredArgumentResource(argument.Name, argument.Value, argument.EntityId));
        }
        return corrected;
    }

    static ProblemException Invalid(string pointer, string detail) =>
        new(
            new Problem(ProblemKind.InvalidField, "Fields of the body have values that are not allowed.")
            {
                Errors = [new ProblemError(detail, Pointer: pointer)],
            }
        );
}
