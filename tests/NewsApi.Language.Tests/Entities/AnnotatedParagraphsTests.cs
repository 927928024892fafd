using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Entities;

public sealed class AnnotatedParagraphsTests
{
    static readonly DocumentAnnotator Annotator = DocumentAnnotator.Load();
    static readonly DateOnly Published = new(2025, 5, 12);

    /// <summary>Persons are invented.</summary>
    static readonly string[] Paragraphs =
    [
        "Sáng 12/5, Chủ tịch UBND tỉnh Lào Cai Lương Văn Sậy tiếp đoàn công tác của Bộ Giáo dục và Đào tạo tại Hà Nội.",
        "Ông Sậy cho biết địa phương đã chi hơn 40 tỷ đồng cho 12 trường học trong quý I/2025.",
        "Bà Trần Thị Lau, Giám đốc Sở Y tế Đà Nẵng, đề nghị Quốc hội sửa Luật Khám bệnh, chữa bệnh.",
        "Theo Tổ chức Y tế Thế giới (WHO), 25% số ca mắc nằm ở Lào và Thái Lan.",
        "Nhiệm kỳ 2021-2026, Hội đồng nhân dân tỉnh đã ban hành 107 nghị quyết.",
        "GIÁM ĐỐC TRẦN THỊ LAU: “CHÚNG TÔI KHÔNG CHỜ”",
        "19 giờ ngày 27/10/2024, đội tuyển Việt Nam gặp Malaysia trên sân Mỹ Đình.",
        "Giám đốc nêu rõ: “Năm nay, WHO hỗ trợ 3 bệnh viện”. Bà Lau cảm ơn.",
    ];

    static ContentLine[] Lines(IEnumerable<string> texts) => [.. texts.Select((text, at) => new ContentLine((2 * at) + 1, text))];

    [Fact]
    public void Annotate_Paragraphs_MentionsAreApartInOrderAndSliceTheirLine() =>
        Check(Lines(Paragraphs), "paragraphs").ShouldBeGreaterThan(20);

    [Theory]
    [InlineData("Lương Văn Sậy", EntityType.Person, "Lương Văn Sậy", null)]
    [InlineData("Sậy", EntityType.Person, "Lương Văn Sậy", null)]
    [InlineData("Lau", EntityType.Person, "Trần Thị Lau", null)]
    [InlineData("Hà Nội", EntityType.Location, "Hà Nội", "VN-HN")]
    [InlineData("Lào", EntityType.Location, "Lào", "LA")]
    [InlineData("Sáng 12/5", EntityType.Date, "2025-05-12", null)]
    [InlineData("quý I/2025", EntityType.Date, "2025-Q1", null)]
    [InlineData("Nhiệm kỳ 2021-2026", EntityType.Date, "2021/2026", null)]
    [InlineData("19 giờ ngày 27/10/2024", EntityType.Date, "2024-10-27T19:00", null)]
    [InlineData("hơn 40 tỷ đồng", EntityType.Quantity, "hơn 40 tỷ đồng", null)]
    [InlineData("WHO", EntityType.Organization, "Tổ chức Y tế Thế giới", null)]
    public void Annotate_Paragraphs_FindsWhatTheyName(string text, EntityType type, string entity, string? code)
    {
        var mention = Annotator.Annotate(Lines(Paragraphs), Published, default).Mentions.FirstOrDefault(mention => mention.Text == text);

        (mention?.Type, mention?.Entity, mention?.IsoCode).ShouldBe((type, entity, code));
    }

    [Fact]
    public void Annotate_Paragraphs_TiesPositionsToPersons()
    {
        var positions = Annotator.Annotate(Lines(Paragraphs), Published, default).Positions;

        positions.ShouldContain(position =>
            position.Person == "Lương Văn Sậy" && position.Text.StartsWith("Chủ tịch UBND") && !position.IsBare
        );
        positions.ShouldContain(position => position.Line == 15 && position.Person == "Trần Thị Lau" && position.IsBare);
    }

    [Fact]
    public void Annotate_NoPublication_LeavesYearsOpen() =>
        Annotator
            .Annotate(Lines(Paragraphs), null, default)
            .Mentions.ShouldContain(mention => mention.Text == "Sáng 12/5" && mention.Entity == "XXXX-05-12");

    [Fact]
    public void Annotate_NoLines_IsEmpty()
    {
        var found = Annotator.Annotate([], Published, default);

        (found.Mentions.Count, found.Positions.Count).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("((((“““")]
    public void Annotate_NothingToName_IsEmpty(string line) => Annotator.Annotate(Lines([line]), null, default).Mentions.ShouldBeEmpty();

    [Fact]
    public void Annotate_NastyTexts_NeitherThrowsNorLeavesTheLine()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var text = NormalizedText.From(NastyTexts.Make(seed)).Text;
            Check(Lines(text.Split('\n')), $"seed {seed}");
            Check(Lines([text]), $"seed {seed}, one line");
        }
    }

    [Fact]
    public void Annotate_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => Annotator.Annotate(Lines(Paragraphs), Published, source.Token));
    }

    static int Check(ContentLine[] lines, string what)
    {
        var texts = lines.ToDictionary(line => line.Number, line => line.Text);
        var found = Annotator.Annotate(lines, Published, default);
        var last = (Line: 0, End: 0);
        foreach (var mention in found.Mentions)
        {
            mention.Span.IsEmpty.ShouldBeFalse(what);
            mention.Span.Slice(texts[mention.Line]).ShouldBe(mention.Text, what);
            mention.Score.ShouldBeInRange(0.5, 1, what);
            mention.Entity.ShouldNotBeNullOrEmpty(what);
            (mention.Line > last.Line || mention.Line == last.Line && mention.Span.Start >= last.End).ShouldBeTrue($"{what}: {mention}");
            last = (mention.Line, mention.Span.End);
        }

        last = (0, 0);
        foreach (var position in found.Positions)
        {
            position.Span.Slice(texts[position.Line]).ShouldBe(position.Text, what);
            (position.Line > last.Line || position.Line == last.Line && position.Span.End >= last.End).ShouldBeTrue($"{what}: {position}");
            last = (position.Line, position.Span.End);
        }

        return found.Mentions.Count;
    }
}
