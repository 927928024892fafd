using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Facts;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Entities;

/// <summary>GET /v1/entities/{id}/facts and /statements: short ways to the list of facts.</summary>
public static class ListEntityFacts
{
    public static void MapListEntityFacts(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/v1/entities/{id}/facts", FactsAsync)
            .Named(
                "listEntityFacts",
                "Entities",
                "List the facts about an entity",
                "Every fact that has it among its arguments, the latest first. More filters are those of /v1/facts with its parameter entity."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.InvalidPageToken, ProblemKind.EntityNotFound, ProblemKind.StoreUnavailable);
        routes
            .MapGet("/v1/entities/{id}/statements", StatementsAsync)
            .Named(
                "listEntityStatements",
                "Entities",
                "List what an entity said",
                "Its statements, the latest first: what was said in the argument content, the verb as written, direct where it is quoted."
            )
            .Fails(ProblemKind.InvalidParameter, ProblemKind.InvalidPageToken, ProblemKind.EntityNotFound, ProblemKind.StoreUnavailable);
    }

    static Task<Ok<StoredFactPage>> FactsAsync(string id, Query<EntityFactsParameters> query, HttpContext context, IMediator mediator) =>
        ListAsync(new ListEntityFactsQuery(id, query.Value.Type, null, query.Value), context, mediator);

    static Task<Ok<StoredFactPage>> StatementsAsync(string id, Query<PageParameters> query, HttpContext context, IMediator mediator) =>
        ListAsync(new ListEntityFactsQuery(id, [FactType.Statement], "speaker", query.Value), context, mediator);

    static async Task<Ok<StoredFactPage>> ListAsync(ListEntityFactsQuery query, HttpContext context, IMediator mediator)
    {
        var page = await mediator.Send(query, context.RequestAborted);
        NextLink.Add(context, page.NextPageToken);
        return TypedResults.Ok(page);
    }
}

public class PageParameters
{
    [QueryParameter("The most items on a page, from 1; more than 200 are taken as 200.", ChoosesContent = false, Least = 1)]
    public int PageSize { get; set; } = 20;

    [QueryParameter("nextPageToken of the page before.", ChoosesContent = false)]
    public string? PageToken { get; set; }
}

public sealed class EntityFactsParameters : PageParameters
{
    [QueryParameter("Only facts of these types; all where absent.", Example = "positionHeld,meeting")]
    public IReadOnlyList<FactType> Type { get; set; } = [];
}

public sealed record ListEntityFactsQuery(string Id, IReadOnlyList<FactType> Type, string? Argument, PageParameters Page)
    : IRequest<StoredFactPage>;

public sealed class ListEntityFactsHandler(KnownEntities entities, IMediator mediator)
    : IRequestHandler<ListEntityFactsQuery, StoredFactPage>
{
    public async Task<StoredFactPage> Handle(ListEntityFactsQuery request, CancellationToken cancellationToken)
    {
        var entity = await entities.GetLivingAsync(request.Id, cancellationToken);
        return await mediator.Send(
            new ListFactsQuery
            {
                Entity = [entity.Id],
                Type = request.Type,
                Argument = request.Argument,
                PageSize = request.Page.PageSize,
                PageToken = request.Page.PageToken,
            },
            cancellationToken
        );
    }
}
