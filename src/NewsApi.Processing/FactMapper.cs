using NewsApi.Language.Documents;
using V1 = NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing;

/// <summary>The engine's facts as the contract has them.</summary>
static class FactMapper
{
    public static V1.Fact Map(Fact fact)
    {
        var mapped = new V1.Fact
        {
            // Both lists are in the same order, and the contract's begins with UNSPECIFIED.
            Type = (V1.FactType)((int)fact.Type + 1),
            Modality = (V1.Modality)((int)fact.Modality + 1),
            Confidence = fact.Confidence,
            Extractor = fact.Extractor,
            Pattern = fact.Pattern,
        };
        DocumentMapper.Add(mapped.Arguments, fact.Arguments, Map);
        DocumentMapper.Add(mapped.Evidence, fact.Evidence, Map);
        if (fact.EventCode is { } code)
        {
            mapped.EventCode = new V1.EventCode { Event = code.Event };
            if (code.Mode is { } mode)
            {
                mapped.EventCode.Mode = mode;
            }
        }

        return mapped;
    }

    static V1.FactArgument Map(FactArgument argument) =>
        new()
        {
            Name = argument.Name,
            Value = argument.Value,
            Span = argument.Span is { } span ? DocumentMapper.Map(span) : null,
            Line = argument.Line,
        };

    static V1.FactEvidence Map(FactEvidence evidence) =>
        new()
        {
            Line = evidence.Line,
            Sentence = DocumentMapper.Map(evidence.Sentence),
            Span = DocumentMapper.Map(evidence.Span),
        };
}
