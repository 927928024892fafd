using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Measures;
using NewsApi.Evaluation.Predictions;
using NewsApi.Language.Documents;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Predictions;

public sealed class PredictionJsonTests
{
    const string Expected = """
        {
         "document": "page.txt",
         "metadata": {
          "title": "Gặp mặt “đại sứ” & bạn <bè>",
          "lead": null,
          "published": "2021-12-14T13:16:00+07:00",
          "published_inferred": null,
          "authors": [
           "Diệp Trương"
          ],
          "agency": "TTXVN",
          "source": null,
          "captions": [
           {
            "line": 3,
            "text": "Quang cảnh",
            "credit": null
           }
          ],
          "related": [
           {
            "line": 4,
            "title": "Bài khác",
            "published": null,
            "category": null,
            "summary": "Tóm tắt",
            "list": null,
            "inline": true,
            "also_lines": [
             6
            ],
            "meta_line": 7,
            "summary_line": 5
           },
           {
            "line": 8,
            "title": "Bài nữa",
            "published": "2026-02-07T14:00:00+07:00",
            "category": "Tin tức",
            "summary": null,
            "list": "Tin mới",
            "also_lines": []
           }
          ],
          "kind": "article"
         },
         "lines": [
          {
           "line": 1,
           "role": "title"
          },
          {
           "line": 2,
           "role": "caption_marker"
          }
         ],
         "mentions": [],
         "positions": [],
         "facts": []
        }

        """;

    [Fact]
    public void Write_Document_HasTheGoldFormat() =>
        PredictionJson.Write("page.txt", SamplePages.Document()).ShouldBe(Expected.ReplaceLineEndings("\n"));

    [Fact]
    public void Write_Document_ReadsBackAndMatchesItself()
    {
        var written = AnnotationFile.Parse(PredictionJson.Write("page.txt", SamplePages.Document()), "page.pred.json");
        var score = new Score(strict: true);
        score.Add("page", written, written);

        score.Errors.Lines.ShouldBeEmpty();
        score.Metadata.RelatedTitles.TruePositives.ShouldBe(2);
    }

    [Theory]
    [InlineData(PageKind.Listing, "listing")]
    [InlineData(PageKind.Error, "error")]
    [InlineData(PageKind.Consent, "consent")]
    [InlineData(PageKind.Other, "other")]
    public void Write_Kind_IsNamedAsGoldNamesIt(PageKind kind, string name)
    {
        var json = PredictionJson.Write("page.txt", SamplePages.Document() with { Kind = kind });

        AnnotationFile.Parse(json, "page.pred.json").Metadata["kind"].Normal.ShouldBe(name);
    }
}
