using System.Globalization;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Language;
using Documents = NewsApi.Language.Documents;
using Engine = NewsApi.Language.Conflicts;

namespace NewsApi.Processing;

/// <summary>One request to find conflicts and back: limits and mapping.</summary>
sealed class ConflictResponder(LanguagePipeline pipeline)
{
    public const int MaxFacts = 10_000;

    /// <exception cref="RpcException">INVALID_ARGUMENT for what is not whole, RESOURCE_EXHAUSTED for more than is allowed.</exception>
    public FindConflictsResponse Find(FindConflictsRequest request)
    {
        if (request.Facts.Count > MaxFacts)
        {
            throw Refusal.TooMuch("facts", $"{request.Facts.Count} of them, {MaxFacts} are allowed");
        }

        var facts = request.Facts.Select(Read).ToList();
        var kinds = request.Kinds.Select(Read).ToList();
        return new FindConflictsResponse
        {
            PipelineVersion = pipeline.Version,
            Conflicts = { pipeline.Conflicts.Find(facts, kinds).Select(Write) },
        };
    }

    // The contract's values have the engine's order, behind "unspecified".
    static Engine.ConflictKind Read(ConflictKind kind, int i) =>
        kind is >= ConflictKind.PositionHolders and <= ConflictKind.EventDates
            ? (Engine.ConflictKind)((int)kind - 1)
            : throw Refusal.Invalid($"kinds[{i}]", $"{kind} is none");

    static Engine.KnownFact Read(KnownFact fact, int i)
    {
        if (fact.Id.Length == 0)
        {
            throw Refusal.Invalid($"facts[{i}].id", "empty");
        }

        if (fact.Type is < FactType.PositionHeld or > FactType.Statistic)
        {
            throw Refusal.Invalid($"facts[{i}].type", $"{fact.Type} is none");
        }

        if (fact.Modality is < Modality.Stated or > Modality.Reported)
        {
            throw Refusal.Invalid($"facts[{i}].modality", $"{fact.Modality} is none");
        }

        return new Engine.KnownFact(
            fact.Id,
            (Documents.FactType)((int)fact.Type - 1),
            (Documents.Modality)((int)fact.Modality - 1),
            [
                .. fact.Arguments.Select(argument => new Engine.KnownArgument(
                    argument.Name,
                    argument.Value,
                    argument.HasEntityId ? argument.EntityId : null
                )),
            ],
            Math.Max(fact.Articles, 1),
            fact.HasFirstSeen || fact.HasLastSeen
                ? (Time(fact.FirstSeen, $"facts[{i}].first_seen"), Time(fact.LastSeen, $"facts[{i}].last_seen"))
                : null
        );
    }

    static DateTimeOffset Time(string text, string place) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Refusal.Invalid($"{place}", "no RFC 3339 time");

    static Conflict Write(Engine.Conflict conflict) =>
        new()
        {
            Kind = (ConflictKind)((int)conflict.Kind + 1),
            About = { conflict.About.Select(Write) },
            Sides =
            {
                conflict.Sides.Select(side => new ConflictSide
                {
                    Differs = { side.Differs.Select(Write) },
                    Rank = (ConflictRank)((int)side.Rank + 1),
                    FactIds = { side.FactIds },
                }),
            },
        };

    static KnownArgument Write(Engine.KnownArgument argument)
    {
        var written = new KnownArgument { Name = argument.Name, Value = argument.Value };
        if (argument.EntityId is { } id)
        {
            written.EntityId = id;
        }

        return written;
    }
}
