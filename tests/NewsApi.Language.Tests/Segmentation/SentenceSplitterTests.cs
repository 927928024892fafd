using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Segmentation;

public sealed class SentenceSplitterTests
{
    const string Boundary = " ¦ ";

    static readonly SentenceSplitter Splitter = SentenceSplitter.Load();

    [Theory]
    [InlineData("Cầu đã thông xe. ¦ Bà con vui mừng.")]
    [InlineData("Ai xây cầu? ¦ Dân làng! ¦ Thật vậy.")]
    [InlineData("Cầu đã thông xe")]
    [InlineData("Năm 2021. ¦ 12 hộ dân dời đi.")]
    [InlineData("Trưa nay nóng 41,3°C. ¦ Đêm mát hơn.")]
    [InlineData("Hồ sơ gồm: ¦ 1. Đơn dự tuyển; ¦ 2. Bản sao học bạ. ¦ Nộp trước thứ sáu.")]
    [InlineData("Trận đấu kết thúc với tỷ số 2: 1. ¦ Khán giả ra về.")]
    [InlineData("Ông về nước năm 1975. ¦ Năm sau, ông cưới vợ.")]
    [InlineData("Xưởng mới nằm ở khu A. ¦ Theo ông Lê An, máy đã chạy thử.")]
    [InlineData("Giao bộ rà soát Nghị định 57/2025/NĐ-CP. ¦ Người dân góp ý đến hết tháng.")]
    [InlineData("Con lớn nhất dài 24 mm. ¦ \"Chúng tôi tưởng là dế\", bà kể.")]
    public void Split_EndMarks_EndSentences(string marked) => Check(marked);

    [Theory]
    [InlineData("Cô viết: \"Tôi bị mất giọng 2 tiếng... Tôi không bao biện.\"")]
    [InlineData("Cô nói: “Tôi mệt… Tôi về.”")]
    [InlineData("Cô nói: “Tôi mệt” rồi im lặng... ¦ Hôm sau cô về.")]
    public void Split_EllipsisInsideAQuotation_EndsNone(string marked) => Check(marked);

    [Theory]
    [InlineData("Hội nghị diễn ra tại TP. Hồ Chí Minh hôm qua. ¦ Ông Lê An dự.")]
    [InlineData("Anh sống ở TP.HCM. ¦ Chị ở Huế.")]
    [InlineData("GS.TS. Nguyễn Văn An phát biểu. ¦ PGS. TS. Trần Bình ghi nhận.")]
    [InlineData("Theo ThS.BS. Lý Nam, bệnh đang giảm.")]
    [InlineData("Ths. Lê An và TS. Trần Bình cùng viết.")]
    [InlineData("Nhà ở Q. Bình Thạnh, P. 12, Tp. Thủ Đức.")]
    [InlineData("Sách do NXB. Trẻ in. ¦ Bìa cứng.")]
    [InlineData("Mr. Smith và Dr. Brown tới Hà Nội.")]
    public void Split_AbbreviationBeforeAName_EndsNone(string marked) => Check(marked);

    [Theory]
    [InlineData("Hai bên sẽ họp trong quý IV. ¦ Ông nói thêm.")]
    [InlineData("Việc này xong trong quý I. ¦ “Chúng tôi sẵn sàng”, ông nói.")]
    [InlineData("Huyện có đông đồng bào dân tộc thiểu số. ¦ Trường nội trú nuôi 300 em.")]
    public void Split_RomanNumberOrNumberWordAtTheEnd_EndsASentence(string marked) => Check(marked);

    [Theory]
    [InlineData("Rau, củ, quả v.v. được bán ở chợ. ¦ Chợ họp sớm.")]
    [InlineData("Chợ bán rau, củ, quả v.v. ¦ Chợ họp từ sớm.")]
    [InlineData("Chợ bán rau, củ, quả, v.v... ¦ Chợ họp từ sớm.")]
    [InlineData("Chợ bán rau, củ, quả, v.v… được ưa chuộng.")]
    public void Split_AndSoOn_EndsASentenceBeforeACapitalOnly(string marked) => Check(marked);

    [Theory]
    [InlineData("Giá là 1.234,5 đồng. ¦ Hôm qua là 1.200 đồng.")]
    [InlineData("Tăng 3.5 điểm so với 2.0 điểm.")]
    [InlineData("Xem baotintuc.vn và www.vi.du để biết thêm. ¦ Trang mở cả đêm.")]
    [InlineData("Thư gửi về a.b@bao.vn trước 5.3.2024. ¦ Kết quả có sau.")]
    [InlineData("Ngày 12.5.2024 khai mạc.")]
    [InlineData("Họ đi lúc 8 h. ¦ Trời còn mờ sương.")]
    [InlineData("Xem tr. 12 và tr. 15. ¦ Sách dày 200 trang.")]
    public void Split_StopInsideANumberOrAddress_EndsNone(string marked) => Check(marked);

    [Theory]
    [InlineData("Ông Nguyễn V. Anh và J. Biden gặp nhau. ¦ Họ bắt tay.")]
    [InlineData("Anh N.V.A. và chị T.T.B. bị bắt quả tang.")]
    [InlineData("J. K. Rowling viết tiếp.")]
    [InlineData("Tổng thống M. Macron tới Hà Nội.")]
    [InlineData("Em thi khối A. ¦ Điểm chuẩn là 25.")]
    [InlineData("Ông mắc viêm gan B. ¦ Bệnh đã ổn.")]
    [InlineData("Trái cây giàu vitamin C. ¦ Rau cũng vậy.")]
    [InlineData("Vệ tinh bay bằng tên lửa Epsilon S. ¦ Nặng 570kg, vệ tinh chụp ảnh.")]
    [InlineData("Ông Donald J. Trump tới Hà Nội.")]
    public void Split_Initials_EndNone(string marked) => Check(marked);

    [Theory]
    [InlineData("Anh im lặng... ¦ Rồi anh khóc.")]
    [InlineData("Anh im lặng… rồi khóc.")]
    [InlineData("Anh im lặng... rồi khóc.")]
    [InlineData("Thật sao?! ¦ Đúng vậy!!!")]
    public void Split_Ellipsis_EndsASentenceBeforeACapitalOnly(string marked) => Check(marked);

    [Theory]
    [InlineData("Ông nói: “Bà con chờ đã lâu.” ¦ Rồi ông cười.")]
    [InlineData("Ông nói: \"Bà con chờ đã lâu.\" ¦ Rồi ông cười.")]
    [InlineData("“Cầu xong rồi!” ¦ “Ai xây?” ¦ Mọi người cười.")]
    [InlineData("“Cầu xong rồi!”, ông nói. ¦ Mọi người cười.")]
    [InlineData("“Cầu xong rồi!” ông nói. ¦ Mọi người cười.")]
    [InlineData("Ông bảo ‘đã lâu.’ ¦ Rồi ông đi.")]
    [InlineData("Cầu dài 40 m (kể cả mố). ¦ Đường dài 2 km.")]
    [InlineData("(Cầu dài 40 m.) ¦ Đường dài 2 km.")]
    [InlineData("Cầu dài 40 m. ¦ (Đường dài 2 km.)")]
    [InlineData("Bài hát «Quê hương.» ¦ Mọi người vỗ tay.")]
    public void Split_ClosingQuotesAndBrackets_BelongToTheSentenceBefore(string marked) => Check(marked);

    [Theory]
    [InlineData("1. Mở đầu")]
    [InlineData("1. Cầu treo dài 40 m. ¦ Đường dài 2 km.")]
    [InlineData("3.1. Kết quả đạt được")]
    [InlineData("IV. Tổ chức thực hiện")]
    [InlineData("a. Về kinh tế")]
    [InlineData("a) Về kinh tế. ¦ Thu ngân sách tăng.")]
    [InlineData("Điều 5. Hiệu lực thi hành")]
    [InlineData("Bài 2. Những cây cầu mới")]
    [InlineData("Chương II. Quyền và nghĩa vụ")]
    [InlineData("Hình 1. Lõi khoan sau khi bổ dọc. ¦ Vạch trắng là 10 cm.")]
    [InlineData("Lớp này học đến bài 2. ¦ Lớp kia học bài 3.")]
    public void Split_NumberOfAList_StaysWithItsSentence(string marked) => Check(marked);

    [Theory]
    [InlineData("Hội nghị kết thúc chiều nay./.")]
    [InlineData("Hội nghị kết thúc chiều nay./. ¦ Ảnh còn nóng.")]
    public void Split_AgencysClosingMark_IsOneEnd(string marked) => Check(marked);

    [Fact]
    public void Split_BlankLostAfterAStop_StillEndsTheSentence() =>
        Sentences("Ông dự hội nghị.Ông nói cầu đã xong.").ShouldBe(["Ông dự hội nghị.", "Ông nói cầu đã xong."]);

    [Fact]
    public void Split_PartOfAText_StaysInside()
    {
        const string Text = "Một. Hai. Ba. Bốn.";
        Splitter.Split(Text, new TextSpan(5, 13)).Select(span => span.Slice(Text)).ShouldBe(["Hai.", "Ba."]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Split_NoText_HasNoSentence(string text) => Sentences(text).ShouldBeEmpty();

    [Fact]
    public void Split_BlanksAround_AreLeftOut() => Sentences("  Cầu xong.   Vui mừng.  ").ShouldBe(["Cầu xong.", "Vui mừng."]);

    static void Check(string marked) =>
        string.Join(Boundary, Sentences(marked.Replace(Boundary, " ", StringComparison.Ordinal))).ShouldBe(marked);

    static string[] Sentences(string text) => [.. Splitter.Split(text, new TextSpan(0, text.Length)).Select(span => span.Slice(text))];
}
