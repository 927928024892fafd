using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Evaluation.Tests;

/// <summary>Documents as the engine would give them.</summary>
static class SamplePages
{
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    static readonly Metadata NoMetadata = new(null, null, null, null, null, [], null, null, [], [], []);

    /// <summary>An article with something in most fields.</summary>
    public static Document Document() =>
        Of(
            new Metadata(
                Text("Gặp mặt “đại sứ” & bạn <bè>", 1),
                Lead: null,
                new DateTimeOffset(2021, 12, 14, 13, 16, 0, Vietnam),
                PublishedText: null,
                PublishedInferred: null,
                [Text("Diệp Trương", 2)],
                "TTXVN",
                Source: null,
                [new Caption(Text("Quang cảnh", 3), Credit: null)],
                [
                    new RelatedArticle(Text("Bài khác", 4), null, null, Text("Tóm tắt", 5), null, Inline: true, [6], MetaLine: 7),
                    new RelatedArticle(
                        Text("Bài nữa", 8),
                        new DateTimeOffset(2026, 2, 7, 14, 0, 0, Vietnam),
                        "Tin tức",
                        null,
                        "Tin mới",
                        Inline: false,
                        [],
                        MetaLine: null
                    ),
                ],
                []
            ),
            [LineRole.Title, LineRole.CaptionMarker]
        );

    /// <summary>A page with nothing but its lines' roles and a title.</summary>
    public static Document Of(string title, params IReadOnlyList<LineRole> roles) => Of(NoMetadata with { Title = Text(title, 1) }, roles);

    static Document Of(Metadata metadata, IReadOnlyList<LineRole> roles) =>
        new(
            PageKind.Article,
            KindReason: "",
            Language: "vi",
            ReviewReasons: [],
            metadata,
            Sections: [],
            [.. roles.Select((role, i) => new LabelledLine(i + 1, default, role, Score: 1))],
            Sentences: [],
            Explanations: []
        );

    static TextValue Text(string text, int line) => new(text, new TextSpan(0, text.Length), line);
}
