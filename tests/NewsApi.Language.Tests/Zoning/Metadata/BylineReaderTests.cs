using NewsApi.Language.Documents;
using NewsApi.Language.Zoning.Metadata;

namespace NewsApi.Language.Tests.Zoning.Metadata;

public sealed class BylineReaderTests
{
    static readonly BylineReader Reader = BylineReader.Load();

    /// <param name="authors">Parted by " + "; empty for none.</param>
    [Theory]
    [InlineData("Nguyễn Hoàng", "Nguyễn Hoàng", null)]
    [InlineData("LÊ HOÀI PHƯƠNG", "LÊ HOÀI PHƯƠNG", null)]
    [InlineData("Diệp Trương (TTXVN)", "Diệp Trương", "TTXVN")]
    [InlineData("Lệ Quyên - Bá Thịnh (TTXVN)", "Lệ Quyên + Bá Thịnh", "TTXVN")]
    [InlineData("Minh Anh/TTXVN", "Minh Anh", "TTXVN")]
    [InlineData("Minh Anh - TTXVN", "Minh Anh", "TTXVN")]
    [InlineData("Tuấn Anh - Nguyên Bảo (thực hiện)", "Tuấn Anh + Nguyên Bảo", null)]
    [InlineData("Bạch Dương thực hiện", "Bạch Dương", null)]
    [InlineData("Thu Hà ghi", "Thu Hà", null)]
    [InlineData("Hà Thụy Miên – Trịnh Khắc Duy", "Hà Thụy Miên + Trịnh Khắc Duy", null)]
    [InlineData("Hà Phương Thúy, Cao Minh Đạt, Lục Văn Toại và nhóm phóng viên", "Hà Phương Thúy + Cao Minh Đạt + Lục Văn Toại", null)]
    [InlineData("N.T - Tr. Kiên", "N.T + Tr. Kiên", null)]
    [InlineData("H.VĂN", "H.VĂN", null)]
    [InlineData("PV", "", null)]
    [InlineData("Nhóm phóng viên", "", null)]
    [InlineData("Theo TTXVN", "", "TTXVN")]
    [InlineData("PV TTXVN tại Cairo", "", "TTXVN")]
    [InlineData("(Theo TTXVN)", "", "TTXVN")]
    [InlineData("PV Minh Anh", "Minh Anh", null)]
    [InlineData("Phóng viên Quốc tế", "", null)]
    [InlineData("By Quynh Mai, Nam Phuong", "Quynh Mai + Nam Phuong", null)]
    [InlineData("English summary by Kevin Tran", "Kevin Tran", null)]
    [InlineData("Bút ký của Trà My", "Trà My", null)]
    [InlineData("đăng bởi Hai Lúa Cù Lao", "Hai Lúa Cù Lao", null)]
    [InlineData("Giuse Trần Minh Đạo", "Giuse Trần Minh Đạo", null)]
    [InlineData("Từ Minh Anh", "Từ Minh Anh", null)]
    [InlineData("Ban Mai", "Ban Mai", null)]
    [InlineData("Minh Anh - 08:15 12/05/2023", "Minh Anh", null)]
    [InlineData("Ban Biên Tập", "", null)]
    public void Read_Byline_GivesPersonsAndAgency(string line, string authors, string? agency) => Check(line, authors, agency);

    [Theory]
    [InlineData("Bài, ảnh: Hữu Thành", "Hữu Thành")]
    [InlineData("Bài và ảnh: THANH NHÂN", "THANH NHÂN")]
    [InlineData("Bài, ảnh: NGỌC DIỄM - QUỐC THẮNG", "NGỌC DIỄM + QUỐC THẮNG")]
    [InlineData("Bài: NGUYỄN THƠM - Ảnh: DUY KHƯƠNG", "NGUYỄN THƠM + DUY KHƯƠNG")]
    [InlineData("Bài: Nguyễn Thơm, ảnh: Duy Khương", "Nguyễn Thơm + Duy Khương")]
    [InlineData("Bài: Nguyễn Thơm; Ảnh: Duy Khương; Thiết kế: Mộc An", "Nguyễn Thơm + Duy Khương")]
    [InlineData("Chùm ảnh: BẢO THOA", "BẢO THOA")]
    [InlineData("Ảnh: Trịnh Khắc Duy", "Trịnh Khắc Duy")]
    [InlineData("Tác giả: Ngân Khánh", "Ngân Khánh")]
    [InlineData("Chuyên viên tư vấn: Trần Thục Nhi", "Trần Thục Nhi")]
    [InlineData("Tin, ảnh: Hồng Thắm - Ban Tuyên giáo Huyện ủy", "Hồng Thắm")]
    [InlineData("Thiết kế: Mộc An", "")]
    public void Read_LabelledByline_GivesThoseWhoWroteAndPhotographed(string line, string authors) => Check(line, authors, null);

    [Theory]
    [InlineData("Luật sư TẠ QUANG LỮ", "TẠ QUANG LỮ")]
    [InlineData("Luật sư Nguyễn Văn A", "Nguyễn Văn A")]
    [InlineData("TS. Đoàn Thị Bích Hạnh - ThS. Lưu Thế Phong (Phòng Địa chất biển ven bờ)", "Đoàn Thị Bích Hạnh + Lưu Thế Phong")]
    [InlineData("TS. LƯƠNG HOÀI NHÂN", "LƯƠNG HOÀI NHÂN")]
    [InlineData("ThS.BS LÝ HOÀNG NAM", "LÝ HOÀNG NAM")]
    [InlineData("PGS.TS. Trần Văn Bình", "Trần Văn Bình")]
    [InlineData("PGS. TS Trần Văn Bình", "Trần Văn Bình")]
    [InlineData("TS.Trần Văn Bình", "Trần Văn Bình")]
    [InlineData("Nhà báo, TS Trần Văn Bình", "Trần Văn Bình")]
    [InlineData("Thượng tá Trần Văn Bình", "Trần Văn Bình")]
    [InlineData("NGUYỄN HOÀI SƠN (kiến trúc sư)", "NGUYỄN HOÀI SƠN")]
    [InlineData("(Đoàn Luật sư TP.HCM)", "")]
    [InlineData("(Kiến trúc sư, Hà Nội)", "")]
    public void Read_NameWithTitle_GivesTheNameAlone(string line, string authors) => Check(line, authors, null);

    [Theory]
    [InlineData("Hải Yến - Quốc Toản/VOV Tây Bắc", "Hải Yến + Quốc Toản")]
    [InlineData("PV Quốc Toản/VOV", "Quốc Toản")]
    [InlineData("Diễm Quỳnh / Bayou Việt Báo", "Diễm Quỳnh")]
    [InlineData("Minh Anh (Báo Nhân Dân)", "Minh Anh")]
    [InlineData("Minh Anh - Báo Nhân Dân", "Minh Anh")]
    [InlineData("kieuanhtuan@baongaymoi.com.vn", "")]
    [InlineData("Kiều Anh Tuấn kieuanhtuan@baongaymoi.com.vn", "Kiều Anh Tuấn")]
    public void Read_NameWithOutlet_GivesTheNameAlone(string line, string authors) => Check(line, authors, null);

    [Theory]
    [InlineData("Phóng viên thường trú khu vực Tây Bắc, hơn 10 năm viết về kinh tế tập thể.")]
    [InlineData("Về tác giả")]
    [InlineData("Xem các bài viết của tác giả")]
    [InlineData("ĐỨC HIỂN là phóng viên ảnh thường trú tại vùng Đông Bắc, cộng tác với báo từ năm 2011.")]
    [InlineData("Theo dõi 1.204 người")]
    public void Read_BoxAboutTheAuthor_NamesNobodyNew(string line) => Check(line, "", null);

    [Fact]
    public void Read_NameTwice_CountsOnce()
    {
        var byline = Reader.Read(
            ZonedPages.Of((LineRole.Byline, "Tiến Vũ"), (LineRole.Paragraph, "Máy dịch được cả tiếng Tày."), (LineRole.Byline, "TIẾN VŨ"))
        );

        byline.Authors.Select(author => (author.Text, author.Line)).ShouldBe([("Tiến Vũ", 1)]);
    }

    [Fact]
    public void Read_Author_SpanSlicesThePage()
    {
        const string Page = "Tin\n  Bài: TS. Lê An (Huế)";
        var author = Reader
            .Read(ZonedPages.Of((LineRole.Title, "Tin"), (LineRole.Byline, "  Bài: TS. Lê An (Huế)")))
            .Authors.ShouldHaveSingleItem();

        author.Span.Slice(Page).ShouldBe("Lê An");
    }

    [Theory]
    [InlineData("Nguồn: baotintuc.vn", "baotintuc.vn", null)]
    [InlineData("Báo Chính phủ", "Báo Chính phủ", null)]
    [InlineData("TTXVN", "TTXVN", "TTXVN")]
    [InlineData("(TTXVN)", "TTXVN", "TTXVN")]
    [InlineData("(Yonhap)", "Yonhap", "Yonhap")]
    [InlineData("VNS", "VNS", "VNS")]
    [InlineData("Theo Báo Long An", "Báo Long An", null)]
    [InlineData("(Nguồn: Hải Đăng Insurance)", "Hải Đăng Insurance", null)]
    [InlineData("Theo Tạp chí Kinh tế Hợp tác", "Tạp chí Kinh tế Hợp tác", null)]
    [InlineData("Nguồn: Văn phòng Tỉnh ủy", "Văn phòng Tỉnh ủy", null)]
    public void Read_SourceLine_GivesSourceAndAgency(string line, string source, string? agency)
    {
        var byline = Reader.Read(ZonedPages.Of((LineRole.Source, line)));

        (byline.Source, byline.Agency).ShouldBe((source, agency));
    }

    [Fact]
    public void Read_SourceThenAgencyAlone_GivesBoth()
    {
        var byline = Reader.Read(ZonedPages.Of((LineRole.Source, "Theo Báo Long An"), (LineRole.Source, "TTXVN")));

        (byline.Source, byline.Agency).ShouldBe(("Báo Long An", "TTXVN"));
    }

    [Fact]
    public void Read_PageWithoutByline_GuessesNothing()
    {
        var byline = Reader.Read(
            ZonedPages.Of((LineRole.RelatedItem, "Nguyễn Hoàng"), (LineRole.Paragraph, "Theo TTXVN, bão đã suy yếu."))
        );

        (byline.Authors.Count, byline.Agency, byline.Source).ShouldBe((0, null, null));
    }

    static void Check(string line, string authors, string? agency)
    {
        var byline = Reader.Read(ZonedPages.Of((LineRole.Byline, line)));

        string.Join(" + ", byline.Authors.Select(author => author.Text)).ShouldBe(authors);
        byline.Agency.ShouldBe(agency);
    }
}
