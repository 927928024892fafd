using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles;

/// <summary>Something that an article states, with the words that prove it.</summary>
/// <param name="Type">What it says; which arguments it has follows from that.</param>
/// <param name="Modality">stated; planned, where it is to come; denied, where the text says that it is not so; reported, where it passes on hearsay.</param>
/// <param name="EventCode">What kind of event between parties it is; absent for all but meetings, visits and agreements.</param>
/// <param name="Arguments">Of participants and parties each is an argument of its own, under the same name.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Extractor">Who found it: the type's name.</param>
/// <param name="Pattern">What it was recognised by.</param>
/// <param name="Evidence">The words that show it, in the order of the page; at least one.</param>
public sealed record FactResource(
    FactType Type,
    Modality Modality,
    EventCodeResource? EventCode,
    IReadOnlyList<FactArgumentResource> Arguments,
    double Confidence,
    string Extractor,
    string Pattern,
    IReadOnlyList<EvidenceResource> Evidence
);

/// <summary>An event in the codes of PLOVER, the Political Language Ontology for Verifiable Event Records.</summary>
/// <param name="Event">CONSULT, AGREE or SUPPORT.</param>
/// <param name="Mode">Of CONSULT: visit, multilateral or phone; absent for other meetings and events.</param>
public sealed record EventCodeResource(string Event, string? Mode);

/// <summary>One argument of a fact.</summary>
/// <param name="Name">person, position, organization, participants, kind, time, place, visitor, destination, speaker, verb, content, direct, occasion, event, organizer, document, issuer, parties, member, role, level, of, years, value, unit or subject.</param>
/// <param name="Value">A canonical name, a text, an ISO 8601 date or interval, a number of years, "true" or "false".</param>
/// <param name="Text">The words that give it, as submitted; absent where it follows from elsewhere.</param>
/// <param name="Span">Of those words.</param>
/// <param name="Line">Number of the line of those words.</param>
public sealed record FactArgumentResource(string Name, string Value, string? Text, SpanResource? Span, int? Line);

/// <summary>A place of the article that shows a fact.</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="Sentence">The sentence that says it; several where a quotation runs over them.</param>
/// <param name="Span">The part of it from the first to the last of the fact's words.</param>
/// <param name="Text">What the sentence's span slices, as submitted.</param>
public sealed record EvidenceResource(int Line, SpanResource Sentence, SpanResource Span, string Text);

/// <summary>Writes facts as the API shows them.</summary>
public static class FactResources
{
    public static FactResource Of(Fact fact, string text, OffsetConverter offsets) =>
        new(
            fact.Type,
            fact.Modality,
            fact.EventCode is { } code ? new EventCodeResource(code.Event, code.HasMode ? code.Mode : null) : null,
            [.. fact.Arguments.Select(argument => Of(argument, text, offsets))],
            fact.Confidence,
            fact.Extractor,
            fact.Pattern,
            [.. fact.Evidence.Select(evidence => Of(evidence, text, offsets))]
        );

    static FactArgumentResource Of(FactArgument argument, string text, OffsetConverter offsets) =>
        argument.Span is { } span
            ? new(argument.Name, argument.Value, Slice(text, span), offsets.Convert(span), argument.Line)
            : new(argument.Name, argument.Value, null, null, null);

    static EvidenceResource Of(FactEvidence evidence, string text, OffsetConverter offsets) =>
        new(evidence.Line, offsets.Convert(evidence.Sentence), offsets.Convert(evidence.Span), Slice(text, evidence.Sentence));

    static string Slice(string text, TextSpan span) => text[span.Start..span.End];
}
