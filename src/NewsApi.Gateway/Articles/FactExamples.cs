using System.Net.Mime;
using System.Text.Json;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.OpenApi;

namespace NewsApi.Gateway.Articles;

/// <summary>An answer for the OpenAPI document: one sentence with two facts, written by what writes all others.</summary>
public static class FactExamples
{
    const string Text = "Giám đốc Bến phà Hòa Lộc Trần Văn Lành cho biết phà sẽ chạy thêm 3 chuyến.";
    const string Said = "phà sẽ chạy thêm 3 chuyến";

    /// <summary>Of GET /v1/articles/{id}/facts.</summary>
    public static RouteHandlerBuilder ShowsFacts(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new AnswerExample(MediaTypeNames.Application.Json, JsonSerializer.SerializeToNode(List(), Json.Options)!));

    static FactList List()
    {
        var offsets = new OffsetConverter(Text, OffsetUnit.Utf16);
        return new FactList(
            Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"),
            1,
            "0.1.0+3f9a61c0d2be",
            OffsetUnit.Utf16,
            [
                FactResources.Of(
                    Fact(
                        FactType.PositionHeld,
                        "position-of-person",
                        "Giám đốc Bến phà Hòa Lộc Trần Văn Lành",
                        ("person", "Trần Văn Lành"),
                        ("position", "Giám đốc"),
                        ("organization", "Bến phà Hòa Lộc")
                    ),
                    Text,
                    offsets
                ),
                FactResources.Of(
                    Fact(
                        FactType.Statement,
                        "subject-verb-content",
                        "Trần Văn Lành cho biết " + Said,
                        ("speaker", "Trần Văn Lành"),
                        ("verb", "cho biết"),
                        ("content", Said)
                    ),
                    Text,
                    offsets
                ),
            ]
        );
    }

    static Fact Fact(FactType type, string pattern, string words, params IReadOnlyList<(string Name, string Value)> arguments)
    {
        var fact = new Fact
        {
            Type = type,
            Modality = Modality.Stated,
            Confidence = 0.9,
            Extractor = type == FactType.Statement ? "statement" : "position_held",
            Pattern = pattern,
            Evidence =
            {
                new FactEvidence
                {
                    Line = 1,
                    Sentence = SpanOf(Text),
                    Span = SpanOf(words),
                },
            },
        };
        fact.Arguments.AddRange(
            arguments.Select(argument => new FactArgument
            {
                Name = argument.Name,
                Value = argument.Value,
                Span = SpanOf(argument.Value),
                Line = 1,
            })
        );
        if (type == FactType.Statement)
            fact.Arguments.Add(new FactArgument { Name = "direct", Value = "false" });
        return fact;
    }

    static TextSpan SpanOf(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan { Start = start, End = start + words.Length };
    }
}
