using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Processing;

namespace NewsApi.Gateway.Pipeline;

/// <summary>GET /v1/pipeline: what reads the pages, and what it can say of them.</summary>
public static class GetPipeline
{
    public static void MapGetPipeline(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/pipeline", HandleAsync)
            .Named(
                "getPipeline",
                "Pipeline",
                "Describe the pipeline",
                "The version of the pipeline that reads pages now, the names it gives to lines and pages, and its limits. The same text and "
                    + "version give the same result, so that a new version here is the sign that pages may be read otherwise."
            )
            .Fails(ProblemKind.EngineUnavailable, ProblemKind.EngineTooSlow);

    static async Task<Ok<PipelineResource>> HandleAsync(IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new GetPipelineQuery(), cancellation));
}

/// <summary>The pipeline that reads pages.</summary>
/// <param name="PipelineVersion">A hash over the declared version, the lexicons and the models.</param>
/// <param name="DeclaredVersion">The version as its makers count it.</param>
/// <param name="LineRoles">What a line can be for.</param>
/// <param name="PageKinds">What a page can be.</param>
/// <param name="Languages">BCP 47: the languages it reads.</param>
/// <param name="EntityTypes">What a mention can name.</param>
/// <param name="FactTypes">What a fact can say.</param>
/// <param name="Topics">The subjects that an article may be about, in the order of their codes.</param>
/// <param name="Limits">How much it takes of one page. The gateway has limits of its own, which may be lower.</param>
public sealed record PipelineResource(
    string PipelineVersion,
    string DeclaredVersion,
    IReadOnlyList<string> LineRoles,
    IReadOnlyList<string> PageKinds,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> EntityTypes,
    IReadOnlyList<string> FactTypes,
    IReadOnlyList<MediaTopicResource> Topics,
    PipelineLimitsResource? Limits
);

/// <summary>A subject of the IPTC Media Topics.</summary>
/// <param name="Code">Eight digits, as the standard has them.</param>
/// <param name="Parent">The code of the subject above it; absent at the top.</param>
/// <param name="Label">In Vietnamese.</param>
/// <param name="EnglishLabel">As the standard has it.</param>
public sealed record MediaTopicResource(string Code, string? Parent, string Label, string EnglishLabel);

/// <summary>How much the pipeline takes of one page.</summary>
/// <param name="TextBytes">Bytes of UTF-8.</param>
/// <param name="Lines">Lines of the text.</param>
public sealed record PipelineLimitsResource(int TextBytes, int Lines);

public sealed record GetPipelineQuery : IRequest<PipelineResource>;

public sealed class GetPipelineHandler(ProcessingClient engine) : IRequestHandler<GetPipelineQuery, PipelineResource>
{
    public async Task<PipelineResource> Handle(GetPipelineQuery request, CancellationToken cancellationToken)
    {
        var pipeline = await engine.DescribePipelineAsync(cancellationToken);
        return new(
            pipeline.PipelineVersion,
            pipeline.DeclaredVersion,
            [.. pipeline.LineRoles.Select(AsWritten)],
            [.. pipeline.PageKinds.Select(AsWritten)],
            [.. pipeline.Languages],
            [.. pipeline.EntityTypes.Select(AsWritten)],
            [.. pipeline.FactTypes.Select(AsWritten)],
            [
                .. pipeline.Topics.Select(topic => new MediaTopicResource(
                    topic.Code,
                    topic.HasParent ? topic.Parent : null,
                    topic.Label,
                    topic.EnglishLabel
                )),
            ],
            pipeline.Limits is { } limits ? new PipelineLimitsResource(limits.MaxTextBytes, limits.MaxLines) : null
        );
    }

    /// <summary>The engine writes "inline_related", this API "inlineRelated". One that a newer engine adds is told as well.</summary>
    static string AsWritten(string name) =>
        JsonNamingPolicy.CamelCase.ConvertName(string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
}
