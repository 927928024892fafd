using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;
using NewsApi.Training.Zones;
using Shouldly;

namespace NewsApi.Training.Tests.Zones;

public sealed class ZoneTrainerTests : IDisposable
{
    static readonly ZoneTraining Short = new(Units: 8, Runs: 2, Epochs: 12, Variants: 1, Rate: 0.1f);
    static readonly LineObserver Observer = new();

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Train_FewPages_LearnsToReadThem()
    {
        var model = new ZoneTrainer(Pages, Bank(), Observer).Train(Short);

        foreach (var page in Pages)
        {
            var facts = page.ToFacts(Observer);
            var reading = new ZoneDecoder(model).Decode(FeatureExtractor.Extract(facts), facts.BlanksBefore);
            Enumerable.Range(0, reading.States.Length).Select(reading.Role).ShouldBe(page.ToExample(Observer).Roles);
        }
    }

    [Fact]
    public void Train_Twice_GivesTheSameModel()
    {
        var once = Short with { Epochs = 2 };

        var (first, second) = (new ZoneTrainer(Pages, Bank(), Observer).Train(once), new ZoneTrainer(Pages, Bank(), Observer).Train(once));

        first.ToLines().ShouldBe(second.ToLines());
        Bytes(first).ShouldBe(Bytes(second));
    }

    [Fact]
    public void Variants_OfPages_KeepOneRoleForEveryLineAndARightOrder()
    {
        foreach (var page in new PageVariants(Pages, Bank(), seed: 5).Make(60))
        {
            page.Lines.ShouldAllBe(line => (line.Role == LineRole.Blank) == string.IsNullOrWhiteSpace(line.Text));
            page.ToExample(Observer).States.Length.ShouldBe(page.Lines.Count(line => line.Role != LineRole.Blank));
        }
    }

    [Fact]
    public void ReadBank_FileMissing_IsAnError() => Should.Throw<IOException>(() => LineBank.Read(folder.FullName));

    static byte[] Bytes(ZoneModel model)
    {
        using var stream = new MemoryStream();
        ZoneNetworkFile.Write(model.Network!, stream);
        return stream.ToArray();
    }

    LineBank Bank()
    {
        string[] names =
        [
            "bylines",
            "captions",
            "comments",
            "crumbs",
            "first_paragraphs",
            "footers",
            "headings",
            "leads",
            "pullquotes",
            "related_headings",
            "short_paragraphs",
            "sources",
            "summaries",
            "titles",
            "widgets",
        ];
        foreach (var name in names)
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, name + ".txt"),
                $"Một dòng của {name}\n\nDòng nữa của {name}, dài hơn một chút.\n"
            );
        }

        return LineBank.Read(folder.FullName);
    }

    static readonly TrainingPage[] Pages =
    [
        Page(
            "bridge",
            (LineRole.Breadcrumb, "Trang chủ > Thời sự"),
            (LineRole.Title, "Xã Bình Lâm có cầu mới sau mười năm chờ đợi"),
            (LineRole.Published, "10:30 12/05/2023"),
            (
                LineRole.Paragraph,
                Text("Cây cầu bắc qua sông Lũy dài một trăm hai mươi mét, rộng sáu mét, do dân góp tiền cùng nhà nước xây")
            ),
            (LineRole.Blank, ""),
            (LineRole.Caption, "Cầu mới qua sông Lũy. Ảnh: Trần Bình"),
            (LineRole.Paragraph, Text("Trước đây học sinh của ba thôn bên kia sông phải đi đò, mùa lũ thì nghỉ học cả tuần")),
            (LineRole.Byline, "Trần Bình"),
            (LineRole.RelatedHeading, "Tin liên quan"),
            (LineRole.RelatedItem, "Xóa cầu tạm ở miền núi: còn bao nhiêu cây cầu nữa"),
            (LineRole.Footer, "© Bản quyền thuộc về báo Sông Lũy")
        ),
        Page(
            "market",
            (LineRole.Title, "Chợ quê họp lại bên bến sông vào mỗi sáng chủ nhật"),
            (LineRole.Lead, "Sau ba năm vắng bóng, chợ quê bên bến Đình lại đông người mua bán vào mỗi sáng chủ nhật hằng tuần."),
            (LineRole.Blank, ""),
            (LineRole.Paragraph, Text("Bà con mang ra chợ rau vườn nhà, cá đồng và bánh lá, bán hết trước khi mặt trời lên cao")),
            (LineRole.Paragraph, Text("Chính quyền xã cho dựng lại mái che, làm chỗ để xe và không thu phí trong năm đầu")),
            (LineRole.Byline, "Lê Hoa"),
            (LineRole.Widget, "Chia sẻ"),
            (LineRole.Widget, "Bình luận (3)")
        ),
    ];

    static string Text(string sentence) => $"{sentence}. {sentence}, theo lời kể của nhiều người trong vùng.";

    static TrainingPage Page(string name, params (LineRole Role, string Text)[] lines) =>
        new(name, [.. lines.Select(line => new TrainingLine(line.Text, line.Role))]);
}
