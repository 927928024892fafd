using System.Globalization;
using NewsApi.Language.Documents;
using NewsApi.Language.Zoning.Metadata;

namespace NewsApi.Language.Tests.Zoning.Metadata;

public sealed class MetadataReaderTests
{
    static readonly MetadataReader Reader = MetadataReader.Load();

    [Fact]
    public void Read_Article_GivesWhatThePageSays()
    {
        var metadata = Reader.Read(
            ZonedPages.Of(
                (LineRole.Breadcrumb, "Trang chủ > Xã hội"),
                (LineRole.Title, "Trường làng mở thư viện trong khoang thuyền cũ"),
                (LineRole.Published, "13:16 | 14/12/2021 GMT+7"),
                (LineRole.Lead, "Con thuyền nằm bờ hai mươi năm nay có thêm 600 đầu sách."),
                (LineRole.Caption, "Giờ đọc sách. Ảnh: Lê An/TTXVN"),
                (LineRole.Paragraph, "Sáng 12/12, thầy trò trường Bến Sậy chuyển sách xuống thuyền."),
                (LineRole.Byline, "Nguyễn Hà (TTXVN)"),
                (LineRole.Source, "Nguồn: baotintuc.vn"),
                (LineRole.Widget, "Từ khóa: thư viện, Bến Sậy"),
                (LineRole.RelatedItem, "Người giữ lửa lò rèn Đa Sỹ")
            )
        );

        metadata.Title?.Text.ShouldBe("Trường làng mở thư viện trong khoang thuyền cũ");
        metadata.Lead?.Text.ShouldBe("Con thuyền nằm bờ hai mươi năm nay có thêm 600 đầu sách.");
        Text(metadata.Published).ShouldBe("2021-12-14T13:16:00+07:00");
        metadata.PublishedText?.Text.ShouldBe("13:16 | 14/12/2021 GMT+7");
        metadata.Authors.Select(author => author.Text).ShouldBe(["Nguyễn Hà"]);
        (metadata.Agency, metadata.Source).ShouldBe(("TTXVN", "baotintuc.vn"));
        metadata.Captions.ShouldHaveSingleItem().Credit?.Text.ShouldBe("Lê An/TTXVN");
        metadata.Related.ShouldHaveSingleItem().Title.Text.ShouldBe("Người giữ lửa lò rèn Đa Sỹ");
        metadata.Keywords.ShouldBe(["thư viện", "Bến Sậy"]);
    }

    [Theory]
    [InlineData(PageKind.Listing)]
    [InlineData(PageKind.Error)]
    [InlineData(PageKind.Consent)]
    [InlineData(PageKind.Other)]
    public void Read_PageWithoutArticle_HasNoArticleFields(PageKind kind)
    {
        var metadata = Reader.Read(
            ZonedPages.Of(
                kind,
                (LineRole.Published, "14/12/2021"),
                (LineRole.Byline, "Nguyễn Hà"),
                (LineRole.RelatedItem, "Người giữ lửa lò rèn")
            )
        );

        (metadata.Title, metadata.Lead, metadata.Published, metadata.Authors.Count, metadata.Captions.Count).ShouldBe(
            (null, null, null, 0, 0)
        );
        metadata.Related.ShouldHaveSingleItem();
    }

    [Fact]
    public void Read_MissingFields_AreNullAndNeverTakenFromLists()
    {
        var metadata = Reader.Read(
            ZonedPages.Of(
                (LineRole.Paragraph, "Sáng nay mưa."),
                (LineRole.RelatedItem, "Tin khác"),
                (LineRole.RelatedMeta, "14:00 | 07/02/2026")
            )
        );

        (metadata.Title, metadata.Lead, metadata.Published, metadata.PublishedText).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Read_TitleTwiceOnItsLine_CountsOnce() =>
        Reader
            .Read(ZonedPages.Of((LineRole.Title, "Trường làng mở thư viện Trường làng mở thư viện")))
            .Title?.Text.ShouldBe("Trường làng mở thư viện");

    [Fact]
    public void Read_LeadOfTwoLines_IsOneTextOverBoth()
    {
        const string Page = "Thuyền nằm bờ.\nNay có sách.";
        var lead = Reader.Read(ZonedPages.Of((LineRole.Lead, "Thuyền nằm bờ."), (LineRole.Lead, "Nay có sách."))).Lead.ShouldNotBeNull();

        (lead.Text, lead.Line, lead.Span.Slice(Page)).ShouldBe(("Thuyền nằm bờ. Nay có sách.", 1, Page));
    }

    [Fact]
    public void Read_UpdatedAfterPublished_TakesTheFirst() =>
        Text(
                Reader
                    .Read(ZonedPages.Of((LineRole.Published, "18/10/2022 19:05"), (LineRole.Published, "Cập nhật: 18/10/2022 20:41")))
                    .Published
            )
            .ShouldBe("2022-10-18T19:05:00+07:00");

    [Fact]
    public void Read_CountedBackFromNow_KeepsTheWordsAndTellsNoTime()
    {
        var metadata = Reader.Read(ZonedPages.Of((LineRole.Published, "17 giờ trước")));

        (metadata.Published, metadata.PublishedText?.Text).ShouldBe((null, "17 giờ trước"));
    }

    [Fact]
    public void Read_TimeInTheByline_IsThePublicationTimeWhereNoOtherIs() =>
        Text(Reader.Read(ZonedPages.Of((LineRole.Byline, "Minh Anh - 08:15 12/05/2023"))).Published).ShouldBe("2023-05-12T08:15:00+07:00");

    [Theory]
    [InlineData("Từ khóa: bão số 3, Quảng Ninh", "bão số 3 + Quảng Ninh")]
    [InlineData("Từ khoá: bão số 3; Quảng Ninh", "bão số 3 + Quảng Ninh")]
    [InlineData("Tags: bão số 3 | Quảng Ninh, bão số 3", "bão số 3 + Quảng Ninh")]
    [InlineData("#baoso3 #quangninh", "baoso3 + quangninh")]
    [InlineData("Chủ đề: Bão số 3", "Bão số 3")]
    [InlineData("Chia sẻ: Facebook, Zalo", "")]
    [InlineData("Bình luận", "")]
    public void Read_TagLine_GivesKeywords(string line, string keywords) =>
        string.Join(" + ", Reader.Read(ZonedPages.Of((LineRole.Widget, line))).Keywords).ShouldBe(keywords);

    static string? Text(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
