using System.Text;
using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Predictions;
using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Language.Facts;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Predictions;

public sealed class ParagraphReaderTests : IDisposable
{
    const string Sentence = "Ngày 15/3, ông Trần Văn Lộc, Giám đốc Sở Y tế tỉnh Cà Mau, tiếp 20 bác sĩ.";

    static readonly ParagraphReader Reader = new(DocumentAnnotator.Load(), FactFinder.Load());

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_ContentLine_HasMentionsAndPositionsOfIt()
    {
        var document = Read("Xem thêm\n" + Sentence, """{"lines": [{"line": 1, "role": "widget"}, {"line": 2, "role": "paragraph"}]}""");

        document.Lines.Select(line => line.Role).ShouldBe([LineRole.Widget, LineRole.Paragraph]);
        document.Mentions.ShouldAllBe(mention => mention.Line == 2);
        document.Mentions.ShouldContain(mention => mention.Type == EntityType.Person && mention.Text == "Trần Văn Lộc");
        document.Mentions.ShouldContain(mention => mention.Type == EntityType.Date && mention.Text == "Ngày 15/3");
        document.Positions.ShouldContain(position => position.Person == "Trần Văn Lộc");
    }

    [Theory]
    [InlineData("widget")]
    [InlineData("breadcrumb")]
    [InlineData("blank")]
    public void Read_LineThatIsNoContent_HasNoMentions(string role)
    {
        var document = Read(Sentence, $$"""{"lines": [{"line": 1, "role": "{{role}}"}]}""");

        document.Mentions.ShouldBeEmpty();
        document.Positions.ShouldBeEmpty();
    }

    [Fact]
    public void Read_LineThatGoldDoesNotName_IsBlank() => Read(Sentence, """{"lines": []}""").Mentions.ShouldBeEmpty();

    [Theory]
    [InlineData(""", "metadata": {"published": "2026-03-12T23:30:00+07:00"}""", "2026-03-15")]
    [InlineData(""", "metadata": {"published": null}""", "XXXX-03-15")]
    [InlineData("", "XXXX-03-15")]
    public void Read_DateWithoutYear_IsReckonedFromTheDayOfGold(string published, string date)
    {
        var document = Read(Sentence, $$"""{"lines": [{"line": 1, "role": "paragraph"}]{{published}}}""");

        document.Mentions.ShouldContain(mention => mention.Type == EntityType.Date && mention.Entity == date);
    }

    [Fact]
    public void Read_DecomposedTextWithLineEndsOfTwo_SlicesItAndNamesInNfc()
    {
        var text = ("Tin vắn\r\n\r\n  " + Sentence + " \r\n").Normalize(NormalizationForm.FormD);
        var document = Read(text, """{"lines": [{"line": 1, "role": "title"}, {"line": 3, "role": "paragraph"}]}""");

        document.Mentions.ShouldContain(mention => mention.Text == "Trần Văn Lộc" && mention.Line == 3);
        document.Mentions.ShouldAllBe(mention => mention.Span.Slice(text).Normalize(NormalizationForm.FormC) == mention.Text);
        document.Positions.ShouldNotBeEmpty();
        document.Positions.ShouldAllBe(position => position.Span.Slice(text).Normalize(NormalizationForm.FormC) == position.Text);
    }

    [Theory]
    [InlineData("""{"lines": [{"line": 1, "role": "paragraf"}]}""", "line 1: no role paragraf")]
    [InlineData("""{"lines": [{"line": 1, "role": "title"}, {"line": 1, "role": "lead"}]}""", "line 1: more than one role")]
    public void Read_BrokenGold_SaysWhere(string gold, string message) =>
        Should.Throw<InputException>(() => Read(Sentence, gold)).Message.ShouldBe($"{folder["a.txt"]}: {message}");

    [Fact]
    public void Predict_Paragraphs_WritesWhatWasFoundFromTheStartOfTheLine()
    {
        folder.Write("a.txt", "Tin vắn\n" + Sentence);
        folder.Write("a.gold.json", """{"lines": [{"line": 2, "role": "paragraph"}]}""");

        var (exit, error) = Predict();

        exit.ShouldBe(CommandLine.Done, error);
        var person = Sentence.IndexOf("Trần", StringComparison.Ordinal);
        var written = AnnotationFile.ReadPrediction(folder["out/a.pred.json"]);
        written.Mentions.ShouldContain(mention => mention.Type == "PERSON" && mention.Line == 2 && mention.Start == person);
    }

    [Fact]
    public void Predict_ParagraphsWithoutGold_IsNotCarriedOutAndNoFaultOfTheEngine()
    {
        folder.Write("a.txt", Sentence);

        var (exit, error) = Predict();

        exit.ShouldBe(CommandLine.NotCarriedOut);
        error.ShouldContain("a.gold.json");
        error.ShouldNotContain("the engine threw");
    }

    (int Exit, string Error) Predict()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(["predict", "--reader", "paragraphs", "--in", folder.Path, "--out", folder["out"]], output, error);
        return (exit, error.ToString());
    }

    Document Read(string text, string gold)
    {
        folder.Write("a.gold.json", gold);
        return Reader.Read(folder["a.txt"], text);
    }
}
