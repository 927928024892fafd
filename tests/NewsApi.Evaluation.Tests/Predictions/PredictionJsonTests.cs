using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Measures;
using NewsApi.Evaluation.Predictions;
using NewsApi.Language.Documents;
using NewsApi.Text;
using Shouldly;
using HeldPosition = NewsApi.Language.Documents.HeldPosition;

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
    public void Write_MentionsAndPositions_CountFromTheStartOfTheirLine()
    {
        var document = SamplePages.Document() with
        {
            Lines =
            [
                new LabelledLine(1, new TextSpan(0, 9), LineRole.Title, 1),
                new LabelledLine(2, new TextSpan(10, 40), LineRole.Paragraph, 1),
            ],
            Mentions = [new Mention(new TextSpan(14, 17), 2, EntityType.Person, "Lộc", "Trần Văn Lộc", 0.5, null)],
            Positions = [new HeldPosition(new TextSpan(20, 28), 2, "giám đốc", "Trần Văn Lộc", null, IsBare: true)],
        };

        var written = AnnotationFile.Parse(PredictionJson.Write("page.txt", document), "page.pred.json");

        var mention = written.Mentions.ShouldHaveSingleItem();
        (mention.Type, mention.Line, mention.Start, mention.End).ShouldBe(("PERSON", 2, 4, 7));
        (mention.Text.Normal, mention.Entity.Normal).ShouldBe(("lộc", "trần văn lộc"));
        var position = written.Positions.ShouldHaveSingleItem();
        (position.Line, position.Start, position.End, position.Bare).ShouldBe((2, 10, 18, true));
        (position.Text.Normal, position.Person.Normal).ShouldBe(("giám đốc", "trần văn lộc"));
    }

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
