using Grpc.Core;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Language;
using Engine = NewsApi.Language.Linking;

namespace NewsApi.Processing;

/// <summary>One request to link entities and back: limits and mapping.</summary>
sealed class LinkResponder(LanguagePipeline pipeline)
{
    public const int MaxEntities = 10_000;
    public const int MaxCandidates = 200;

    /// <exception cref="RpcException">INVALID_ARGUMENT for what is not whole, RESOURCE_EXHAUSTED for more than is allowed.</exception>
    public LinkEntitiesResponse Link(LinkEntitiesRequest request)
    {
        if (request.Entities.Count > MaxEntities)
        {
            throw Refusal.TooMuch("entities", $"{request.Entities.Count} of them, {MaxEntities} are allowed");
        }

        var response = new LinkEntitiesResponse { PipelineVersion = pipeline.Version };
        for (var i = 0; i < request.Entities.Count; i++)
        {
            response.Choices.Add(Choose(request.Entities[i], $"entities[{i}]"));
        }

        return response;
    }

    EntityChoice Choose(EntityToLink entity, string place)
    {
        if (entity.Candidates.Count > MaxCandidates)
        {
            throw Refusal.TooMuch($"{place}.candidates", $"{entity.Candidates.Count} of them, {MaxCandidates} are allowed");
        }

        var candidates = entity
            .Candidates.Select(
                (candidate, i) =>
                    candidate.Id.Length == 0
                        ? throw Refusal.Invalid($"{place}.candidates[{i}].id", "empty")
                        : new Engine.EntityCandidate(
                            candidate.Id,
                            Profile(candidate.Profile, $"{place}.candidates[{i}].profile"),
                            candidate.Articles
                        )
            )
            .ToList();
        var choice = pipeline.Linker.Choose(Profile(entity.Profile, $"{place}.profile"), candidates);
        var answer = new EntityChoice
        {
            Score = choice.Score,
            // The contract's values have the engine's order, behind "unspecified".
            Signs = { choice.Signs.Select(sign => (LinkSign)((int)sign + 1)) },
        };
        if (choice.CandidateId is { } id)
        {
            answer.CandidateId = id;
        }

        return answer;
    }

    static Engine.EntityProfile Profile(EntityProfile? profile, string place)
    {
        if (profile is null || string.IsNullOrWhiteSpace(profile.Name))
        {
            throw Refusal.Invalid($"{place}.name", "empty");
        }

        if (profile.Type is < EntityType.Person or > EntityType.Law)
        {
            throw Refusal.Invalid($"{place}.type", $"{profile.Type} has no entities");
        }

        return new Engine.EntityProfile(
            (Language.Documents.EntityType)((int)profile.Type - 1),
            profile.Name,
            profile.Aliases,
            profile.Positions,
            profile.Organizations,
            profile.HasIsoCode ? profile.IsoCode : null
        );
    }
}
