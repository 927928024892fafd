using System.Text.Json;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.OpenApi;

namespace NewsApi.Gateway.Articles.Words;

/// <summary>Answers for the OpenAPI document: two sentences, written by what writes all others.</summary>
public static class WordExamples
{
    const string Text = "Phà Hoà Lộc chạy thêm 3 chuyến.\nBà con chờ \"chuyến đêm\" đã lâu.";
    const string PipelineVersion = "0.1.0+3f9a61c0d2be";

    static readonly Guid ArticleId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    /// <summary>Of GET /v1/articles/{id}/sentences.</summary>
    public static RouteHandlerBuilder ShowsSentences(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(
            new AnswerExample(WordFormat.Json.MediaType(), JsonSerializer.SerializeToNode(List(), Json.Options)!),
            Example(WordFormat.Text),
            Example(WordFormat.Conllu)
        );

    /// <summary>Of POST /v1/analyses.</summary>
    public static RouteHandlerBuilder ShowsWords(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(Example(WordFormat.Text), Example(WordFormat.Conllu, isKept: false));

    static AnswerExample Example(WordFormat format, bool isKept = true)
    {
        var source = new WordSource(isKept ? ArticleId : null, isKept ? 1 : null, PipelineVersion);
        var answer = WordAnswer.Of(format, source, new Document { Sentences = { Sentences() } }, Text, OffsetUnit.Utf16);
        return new AnswerExample(format.MediaType(), answer.ResponseContent!);
    }

    static SentenceList List()
    {
        var offsets = new OffsetConverter(Text, OffsetUnit.Utf16);
        var sentences = Sentences().Select(sentence => PartResources.Of(sentence, Text, offsets, withTokens: true));
        return new SentenceList(ArticleId, 1, PipelineVersion, OffsetUnit.Utf16, [.. sentences]);
    }

    static Sentence[] Sentences() =>
        [
            Sentence(
                1,
                new TextSpan { Start = 0, End = 31 },
                ("Phà", TokenKind.Word, 1, "phà"),
                ("Hoà Lộc", TokenKind.Name, 2, "Hòa Lộc"),
                ("chạy", TokenKind.Word, 1, ""),
                ("thêm", TokenKind.Word, 1, ""),
                ("3", TokenKind.Number, 1, ""),
                ("chuyến", TokenKind.Word, 1, ""),
                (".", TokenKind.Punctuation, 0, "")
            ),
            Sentence(
                2,
                new TextSpan { Start = 32, End = Text.Length },
                ("Bà con", TokenKind.Word, 2, "bà con"),
                ("chờ", TokenKind.Word, 1, ""),
                ("\"", TokenKind.Punctuation, 0, ""),
                ("chuyến", TokenKind.Word, 1, ""),
                ("đêm", TokenKind.Word, 1, ""),
                ("\"", TokenKind.Punctuation, 0, ""),
                ("đã", TokenKind.Word, 1, ""),
                ("lâu", TokenKind.Word, 1, ""),
                (".", TokenKind.Punctuation, 0, "")
            ),
        ];

    static Sentence Sentence(
        int line,
        TextSpan span,
        params ReadOnlySpan<(string Text, TokenKind Kind, int Syllables, string Normal)> words
    )
    {
        var sentence = new Sentence { Span = span, Line = line };
        var at = span.Start;
        foreach (var word in words)
        {
            var start = Text.IndexOf(word.Text, at, StringComparison.Ordinal);
            at = start + word.Text.Length;
            sentence.Tokens.Add(
                new Token
                {
                    Span = new TextSpan { Start = start, End = at },
                    Kind = word.Kind,
                    Syllables = word.Syllables,
                    Normal = word.Normal,
                }
            );
        }
        return sentence;
    }
}
