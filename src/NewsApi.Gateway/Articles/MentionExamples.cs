using System.Net.Mime;
using System.Text.Json;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.OpenApi;

namespace NewsApi.Gateway.Articles;

/// <summary>An answer for the OpenAPI document: two lines, written by what writes all others.</summary>
public static class MentionExamples
{
    const string Text =
        "Ngày 15/3, phà Hòa Lộc chạy thêm 3 chuyến tại Cà Mau.\nÔng Trần Văn Lành, Giám đốc Công ty Phà Hòa Lộc, nói ông Lành sẽ thử chuyến đầu.";

    /// <summary>Of GET /v1/articles/{id}/mentions.</summary>
    public static RouteHandlerBuilder ShowsMentions(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new AnswerExample(MediaTypeNames.Application.Json, JsonSerializer.SerializeToNode(List(), Json.Options)!));

    static MentionList List()
    {
        var offsets = new OffsetConverter(Text, OffsetUnit.Utf16);
        return new MentionList(
            Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"),
            1,
            "0.1.0+3f9a61c0d2be",
            OffsetUnit.Utf16,
            [.. Mentions().Select(mention => MentionResources.Of(mention, offsets))],
            [MentionResources.Of(Held(), offsets)]
        );
    }

    static Mention[] Mentions() =>
        [
            Mention(1, EntityType.Date, "Ngày 15/3", "2026-03-15", 0.9871),
            Mention(1, EntityType.Quantity, "3 chuyến", "3 chuyến", 0.9702),
            Mention(1, EntityType.Location, "Cà Mau", "Cà Mau", 0.9954, "VN-59"),
            Mention(2, EntityType.Person, "Trần Văn Lành", "Trần Văn Lành", 0.9983),
            Mention(2, EntityType.Organization, "Công ty Phà Hòa Lộc", "Công ty Phà Hòa Lộc", 0.9627),
            Mention(2, EntityType.Person, "Lành", "Trần Văn Lành", 0.9811, after: "nói ông "),
        ];

    static Mention Mention(int line, EntityType type, string text, string entity, double score, string? isoCode = null, string after = "")
    {
        var mention = new Mention
        {
            Span = SpanOf(text, after),
            Line = line,
            Type = type,
            Text = text,
            Entity = entity,
            Score = score,
        };
        if (isoCode is not null)
            mention.IsoCode = isoCode;
        return mention;
    }

    static Position Held() =>
        new()
        {
            Span = SpanOf("Giám đốc Công ty Phà Hòa Lộc"),
            Line = 2,
            Text = "Giám đốc Công ty Phà Hòa Lộc",
            Person = "Trần Văn Lành",
            Organization = "Công ty Phà Hòa Lộc",
        };

    static TextSpan SpanOf(string text, string after = "")
    {
        var start = Text.IndexOf(after + text, StringComparison.Ordinal) + after.Length;
        return new TextSpan { Start = start, End = start + text.Length };
    }
}
