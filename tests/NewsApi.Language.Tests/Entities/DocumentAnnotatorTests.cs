using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Entities;

/// <summary>The shipped models and lexicons on short texts about invented persons.</summary>
public sealed class DocumentAnnotatorTests
{
    static readonly DocumentAnnotator Annotator = DocumentAnnotator.Load();
    static readonly DateOnly Published = new(2025, 3, 12);

    static readonly string[] Article =
    [
        "Sáng 10/3, tại Hà Nội, Bộ trưởng Bộ Y tế Đoàn Khuê Nhẫn làm việc với Liên đoàn Cứu hộ Việt Nam (LĐCH).",
        "Bộ trưởng đề nghị LĐCH tặng 1.200 suất quà cho UBND tỉnh Lào Cai. Theo ông Nhẫn, UBND tỉnh sẽ nhận vào tháng 4/2025.",
    ];

    [Fact]
    public void Annotate_WithExplanations_TellsForEachMentionWhatGaveItItsPoints()
    {
        var found = Annotator.Annotate(
            [new ContentLine(1, "Bà Lường Thị Khéo đến Hà Nội.")],
            null,
            CancellationToken.None,
            withExplanations: true
        );

        found.Explanations.Select(explanation => explanation.Mention).ShouldBe(Enumerable.Range(0, found.Mentions.Count));
        found.Explanations.ShouldAllBe(explanation => explanation.Features.Count > 0 && explanation.Margin > 0);
        var place = found.Mentions.ToList().FindIndex(mention => mention.Text == "Hà Nội");
        found.Explanations[place].RunnerUp.ShouldNotBe(EntityType.Location);
        found.Explanations[place].Features.Sum(feature => feature.RolePoints - feature.RunnerUpPoints).ShouldBePositive();
        found.Explanations[place].Features.Select(feature => feature.Name).ShouldContain(name => name.StartsWith("run_phrase"));
        Annotator.Annotate([new ContentLine(1, "Hà Nội")], null, CancellationToken.None).Explanations.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_AnArticle_FindsNamesWithTheirTypes()
    {
        var found = Annotate(Article).Mentions.Select(mention => (mention.Type, mention.Text)).ToList();

        found.ShouldContain((EntityType.Date, "Sáng 10/3"));
        found.ShouldContain((EntityType.Location, "Hà Nội"));
        found.ShouldContain((EntityType.Organization, "Bộ Y tế"));
        found.ShouldContain((EntityType.Person, "Đoàn Khuê Nhẫn"));
        found.ShouldContain((EntityType.Quantity, "1.200 suất quà"));
    }

    [Theory]
    [InlineData("Sáng 10/3", "2025-03-10")]
    [InlineData("tháng 4/2025", "2025-04")]
    [InlineData("Nhẫn", "Đoàn Khuê Nhẫn")]
    [InlineData("LĐCH", "Liên đoàn Cứu hộ Việt Nam")]
    public void Annotate_AShortName_HasTheCanonicalOne(string text, string entity) =>
        Annotate(Article).Mentions.Where(mention => mention.Text == text).Select(mention => mention.Entity).ShouldContain(entity);

    [Fact]
    public void Annotate_ABodyWithoutItsPlace_HasThatOfTheProvinceNamedLast() =>
        Annotate(["Phó Chủ tịch UBND tỉnh Lào Cai Vàng Seo Chá cho biết, UBND tỉnh đã giao việc kiểm tra."])
            .Mentions.Last(mention => mention.Type == EntityType.Organization)
            .Entity.ShouldBe("UBND tỉnh Lào Cai");

    [Fact]
    public void Annotate_Places_HaveTheirCodes()
    {
        var codes = Annotate(["Đoàn của Lào đến Hà Nội rồi đi làng Kép."])
            .Mentions.ToDictionary(mention => mention.Text, mention => mention.IsoCode);

        codes["Lào"].ShouldBe("LA");
        codes["Hà Nội"].ShouldBe("VN-HN");
        codes.Where(code => code.Key.EndsWith("Kép", StringComparison.Ordinal)).ShouldAllBe(code => code.Value == null);
    }

    [Fact]
    public void Annotate_TitlesBeforeAName_AreHeldByIt()
    {
        var positions = Annotate(Article).Positions;

        positions.ShouldContain(position =>
            position.Text == "Bộ trưởng Bộ Y tế"
            && position.Person == "Đoàn Khuê Nhẫn"
            && position.Organization == "Bộ Y tế"
            && !position.IsBare
        );
        positions.ShouldContain(position =>
            position.Line == 2 && position.Text == "Bộ trưởng" && position.Person == "Đoàn Khuê Nhẫn" && position.IsBare
        );
    }

    [Fact]
    public void Annotate_ATitleOfSeveralNames_IsHeldByEach() =>
        Annotate(["Dự họp có các Thứ trưởng Lục Tấn Khởi, Vi Sĩ Đằng và Cù Thị Mẫn."])
            .Positions.Select(position => position.Person)
            .ShouldBe(["Lục Tấn Khởi", "Vi Sĩ Đằng", "Cù Thị Mẫn"]);

    [Fact]
    public void Annotate_ATitleBehindAName_IsHeldByIt() =>
        Annotate(["Bà Lường Thị Khéo, Giám đốc Sở Y tế Sơn La, cho biết dịch đã lắng."])
            .Positions.ShouldContain(position => position.Text.StartsWith("Giám đốc Sở Y tế") && position.Person == "Lường Thị Khéo");

    [Fact]
    public void Annotate_EveryNastyText_GivesSpansInOrderThatSliceTheirLine()
    {
        foreach (var text in Enumerable.Range(0, 100).Select(NastyTexts.Make).Append(string.Join(' ', Article)))
        {
            var lines = NormalizedText.From(text).Text.Split('\n').Select((line, n) => new ContentLine(n + 1, line)).ToList();
            var found = Annotator.Annotate(lines, null, CancellationToken.None);
            foreach (var line in found.Mentions.GroupBy(mention => mention.Line))
            {
                var end = 0;
                foreach (var mention in line)
                {
                    mention.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
                    mention.Span.Slice(lines[line.Key - 1].Text).ShouldBe(mention.Text);
                    mention.Score.ShouldBeInRange(0, 1);
                    end = mention.Span.End;
                }
            }

            found.Positions.ShouldAllBe(position => position.Span.Slice(lines[position.Line - 1].Text) == position.Text);
        }
    }

    [Fact]
    public void Annotate_NoLines_FindsNothing()
    {
        var found = Annotate([]);

        found.Mentions.ShouldBeEmpty();
        found.Positions.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_Cancelled_Throws() =>
        Should.Throw<OperationCanceledException>(() =>
            Annotator.Annotate([new ContentLine(1, Article[0])], null, new CancellationToken(true))
        );

    static Annotations Annotate(string[] lines) =>
        Annotator.Annotate([.. lines.Select((line, n) => new ContentLine(n + 1, line))], Published, CancellationToken.None);
}
