using NewsApi.Language.Documents;
using NewsApi.Language.Topics;

namespace NewsApi.Language.Tests.Topics;

public sealed class TopicFinderTests
{
    static readonly LanguagePipeline Pipeline = LanguagePipeline.Load();

    static IReadOnlyList<ArticleTopic> TopicsOf(string text) => Pipeline.Analyze(text).Topics;

    const string Match = """
        Trang chủ
        Thể thao

        Thép Xanh Bình Lục thắng ngược ở phút bù giờ

        20:15 | 14/03/2021

        Bàn thắng của tiền đạo dự bị giúp đội chủ nhà lên thứ ba bảng xếp hạng V-League.

        Thủ môn đội khách cản phá hai quả phạt đền trong hiệp một. Sau giờ nghỉ, huấn luyện viên Đỗ Trí Khang tung hai cầu thủ trẻ vào sân và thế trận đổi chiều.

        Trọng tài rút ba thẻ vàng trong mười phút cuối. “Chúng tôi chưa bao giờ ngừng tin”, đội trưởng Lò Văn Pín nói sau trận đấu.

        Khánh Ly
        """;

    [Fact]
    public void Article_HasItsSubjectsWithTheWordsThatTell()
    {
        var topics = TopicsOf(Match);

        topics[0].Topic.Code.ShouldBe("15000000");
        topics[0].Topic.Parent.ShouldBeNull();
        topics[1].Topic.Code.ShouldBe("20001065");
        topics[1].Topic.Parent.ShouldBe("15000000");
        foreach (var topic in topics)
        {
            topic.Score.ShouldBeInRange(0.01, 1);
            topic.Evidence.Count.ShouldBeInRange(1, 5);
            topic.Evidence.ShouldAllBe(place => place.Span.Slice(Match) == place.Text);
        }
    }

    [Theory]
    [InlineData(
        "02000000",
        "Tòa phúc thẩm giữ nguyên 12 năm tù với nữ kế toán",
        "Hội đồng xét xử bác kháng cáo của bị cáo Quách Thị Mận. Luật sư cho rằng bản án sơ thẩm quá nặng."
    )]
    [InlineData(
        "03000000",
        "Xe khách lao xuống vực, 4 người chết",
        "Vụ tai nạn giao thông xảy ra rạng sáng trên đèo. Lực lượng cứu hộ đưa các nạn nhân mắc kẹt ra khỏi xe."
    )]
    [InlineData(
        "04000000",
        "Lãi suất huy động lại tăng",
        "Nhiều ngân hàng thương mại nâng lãi suất kỳ hạn dài. Tín dụng tăng chậm, thanh khoản vẫn dồi dào, VN-Index giảm nhẹ."
    )]
    [InlineData(
        "05000000",
        "Công bố điểm chuẩn vào lớp 10",
        "Sở Giáo dục cho biết thí sinh trúng tuyển nộp học bạ trước thứ Sáu. Đề thi môn toán năm nay khó hơn."
    )]
    [InlineData(
        "06000000",
        "Cá chết hàng loạt trên sông",
        "Người dân nghi nước thải từ cụm xưởng nhuộm gây ô nhiễm. Đoàn quan trắc môi trường đã lấy mẫu."
    )]
    [InlineData(
        "07000000",
        "Sốt xuất huyết tăng gấp đôi",
        "Bệnh viện tiếp nhận 40 bệnh nhân mỗi ngày. Bác sĩ khuyên người bệnh không tự dùng thuốc kháng sinh."
    )]
    [InlineData(
        "11000000",
        "Đại sứ trình Quốc thư",
        "Chủ tịch nước tiếp các đại sứ, khẳng định quan hệ hữu nghị và hợp tác song phương. Bộ trưởng Ngoại giao cùng dự."
    )]
    [InlineData(
        "12000000",
        "Hàng nghìn phật tử dự lễ Phật đản",
        "Hòa thượng trụ trì chùa chủ trì lễ cầu an. Tăng ni và phật tử thả hoa đăng."
    )]
    [InlineData(
        "13000000",
        "Kính thiên văn chụp được sao chổi mới",
        "Các nhà khoa học công bố kết quả nghiên cứu về tiểu hành tinh. Vệ tinh sẽ được phóng năm sau."
    )]
    [InlineData(
        "16000000",
        "Lệnh ngừng bắn sụp đổ",
        "Pháo kích và không kích tiếp diễn suốt đêm. Quân đội cho biết tên lửa đã bắn trúng căn cứ quân sự."
    )]
    [InlineData(
        "17000000",
        "Gió mùa đông bắc tràn về",
        "Trung tâm dự báo khí tượng thủy văn cho biết nhiệt độ thấp nhất 11 độ C, vùng núi rét đậm, có nơi sương muối."
    )]
    public void MainSubject_IsFound(string code, string title, string body) =>
        TopicsOf($"{title}\n\n08:30 | 02/12/2019\n\n{body}\n\n{body}\n")[0].Topic.Code.ShouldBe(code);

    [Fact]
    public void Menu_OfAllSubjects_TellsOfNone()
    {
        const string Menu = "Thể thao Kinh tế Giáo dục Y tế Pháp luật Du lịch Công nghệ\n\n";
        TopicsOf(Menu + Match).Select(topic => topic.Topic.Code).ShouldBe(TopicsOf(Match).Select(topic => topic.Topic.Code));
    }

    [Fact]
    public void Page_ThatIsNoArticle_HasNone()
    {
        var document = Pipeline.Analyze("404\n\nKhông tìm thấy trang\n\nTrang bóng đá bạn tìm không còn. Về trang chủ\n");
        document.Kind.ShouldNotBe(PageKind.Article);
        document.Topics.ShouldBeEmpty();
    }

    [Fact]
    public void Lexicon_HasPhrasesForEverySubjectOfTheTop()
    {
        var tops = Pipeline.Topics.All.Where(topic => topic.Parent is null).Select(topic => topic.Code).ToList();
        tops.Count.ShouldBe(17);
        Pipeline.Topics.All.ShouldAllBe(topic => topic.Parent == null || tops.Contains(topic.Parent));
        Pipeline.Topics.All.ShouldAllBe(topic => topic.Code.Length == 8 && topic.Label.Length > 0 && topic.EnglishLabel.Length > 0);
    }
}
