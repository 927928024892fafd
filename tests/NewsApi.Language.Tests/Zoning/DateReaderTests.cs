using System.Globalization;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

/// <summary>Publication lines as Vietnamese pages print them.</summary>
public sealed class DateReaderTests
{
    [Theory]
    [InlineData("13:16 | 14/12/2021 GMT+7", "2021-12-14T13:16:00+07:00")]
    [InlineData("Thứ Hai, 8/12/2025 - 10:30", "2025-12-08T10:30:00+07:00")]
    [InlineData("08:00 ngày 1-2-2024", "2024-02-01T08:00:00+07:00")]
    [InlineData("Thứ 5, 12.09.2019 | 14:21:07", "2019-09-12T14:21:07+07:00")]
    [InlineData("11:27:00 AM GMT+7Thứ 6, 30/05/2014", "2014-05-30T11:27:00+07:00")]
    [InlineData("Chủ nhật, 05/11/2023, 06:00 (GMT+7)", "2023-11-05T06:00:00+07:00")]
    [InlineData("Cập nhật lúc 15:42, 12/05/2012 (GMT+7)", "2012-05-12T15:42:00+07:00")]
    [InlineData("Cập nhật ngày: 19/10/2020 07:35 (GMT +7)", "2020-10-19T07:35:00+07:00")]
    [InlineData("(Cập nhật: 18/11/2010 9:30:05 AM)", "2010-11-18T09:30:05+07:00")]
    [InlineData("Đăng lúc 08:00 ngày 18-3-2024", "2024-03-18T08:00:00+07:00")]
    [InlineData("Ngày đăng: 28/06/2009", "2009-06-28T00:00:00+07:00")]
    [InlineData("Thứ Ba, ngày 6/11/2018 06:10 AM (GMT+7)", "2018-11-06T06:10:00+07:00")]
    [InlineData("Thứ sáu, 22 Tháng 7 2011 16:22", "2011-07-22T16:22:00+07:00")]
    [InlineData("ngày 5 tháng 3 năm 2024", "2024-03-05T00:00:00+07:00")]
    [InlineData("Hà Nội, ngày 05 tháng 03 năm 2024", "2024-03-05T00:00:00+07:00")]
    [InlineData("5 tháng 3, 2024", "2024-03-05T00:00:00+07:00")]
    [InlineData("Phát lúc 05h50 ngày 27/11/2017", "2017-11-27T05:50:00+07:00")]
    [InlineData("17 giờ 30 ngày 31/10/2016", "2016-10-31T17:30:00+07:00")]
    [InlineData("17 giờ 30 phút, ngày 31/10/2016", "2016-10-31T17:30:00+07:00")]
    [InlineData("10:26' - 03/03/2021", "2021-03-03T10:26:00+07:00")]
    [InlineData("14g05 03/03/2021", "2021-03-03T14:05:00+07:00")]
    [InlineData("14/12/21 13:16", "2021-12-14T13:16:00+07:00")]
    [InlineData("2021-12-14T13:16:00+07:00", "2021-12-14T13:16:00+07:00")]
    [InlineData("Update: October, 14/2022 - 08:15", "2022-10-14T08:15:00+07:00")]
    [InlineData("Tuesday, August 07, 2018 18:53:22", "2018-08-07T18:53:22+07:00")]
    [InlineData("7 September 2018", "2018-09-07T00:00:00+07:00")]
    public void Read_PublicationLine_TellsTheMoment(string line, string moment) => Moment(line).ShouldBe(moment);

    [Theory]
    [InlineData("07-03-2026 - 00:01 AM", "2026-03-07T00:01:00+07:00")]
    [InlineData("07-03-2026 - 12:01 AM", "2026-03-07T00:01:00+07:00")]
    [InlineData("07-03-2026 - 12:01 PM", "2026-03-07T12:01:00+07:00")]
    [InlineData("07-03-2026 - 09:40 PM", "2026-03-07T21:40:00+07:00")]
    [InlineData("November 20, 2025 | 06:30 pm GMT+7", "2025-11-20T18:30:00+07:00")]
    [InlineData("22-08-2013 - 15:47 PM", "2013-08-22T15:47:00+07:00")]
    [InlineData("22/08/2013 3:47:10 CH", "2013-08-22T15:47:10+07:00")]
    [InlineData("22/08/2013 7:47 SA", "2013-08-22T07:47:00+07:00")]
    [InlineData("3 giờ chiều 22/08/2013", "2013-08-22T15:00:00+07:00")]
    public void Read_HalfOfTheDay_CountsTwentyFourHours(string line, string moment) => Moment(line).ShouldBe(moment);

    [Theory]
    [InlineData("5/3/2024", "2024-03-05T00:00:00+07:00")]
    [InlineData("12/11/2024", "2024-11-12T00:00:00+07:00")]
    public void Read_DayAndMonthThatCouldChange_TakesTheDayFirst(string line, string moment) => Moment(line).ShouldBe(moment);

    [Fact]
    public void Read_MonthThatCannotBe_IsTheDayOfAnAmericanDate() => Moment("12/25/2023").ShouldBe("2023-12-25T00:00:00+07:00");

    [Theory]
    [InlineData("12/05/2023 08:30 GMT+9", "2023-05-12T08:30:00+09:00")]
    [InlineData("12/05/2023 08:30 (UTC-05:30)", "2023-05-12T08:30:00-05:30")]
    [InlineData("12/05/2023 08:30 UTC", "2023-05-12T08:30:00+00:00")]
    [InlineData("12/05/2023 08:30 GMT", "2023-05-12T08:30:00+00:00")]
    [InlineData("2023-05-12T08:30:00Z", "2023-05-12T08:30:00+00:00")]
    [InlineData("2023-05-12T08:30:00-04:00", "2023-05-12T08:30:00-04:00")]
    [InlineData("12/05/2023 08:30 ICT", "2023-05-12T08:30:00+07:00")]
    [InlineData("Saturday, July 23, 2016 5:42 PM (CDT)", "2016-07-23T17:42:00-05:00")]
    [InlineData("July 23, 2016 5:42PM PDT", "2016-07-23T17:42:00-07:00")]
    [InlineData("12/05/2023 08:30 GMT+20", "2023-05-12T08:30:00+07:00")]
    public void Read_NamedZone_IsTheOffset(string line, string moment) => Moment(line).ShouldBe(moment);

    [Theory]
    [InlineData("31/02/2024 10:30")]
    [InlineData("30/02/2023")]
    [InlineData("29/02/2023")]
    [InlineData("32/13/2024")]
    [InlineData("2024-02-31")]
    [InlineData("ngày 31 tháng 4 năm 2024")]
    [InlineData("00/00/2024")]
    public void Read_DayThatNeverWas_TellsNoDate(string line) => DateReader.Read(line).Date.ShouldBeNull();

    [Fact]
    public void Read_LeapDay_IsADay() => Moment("29/02/2024").ShouldBe("2024-02-29T00:00:00+07:00");

    [Theory]
    [InlineData("2 giờ trước")]
    [InlineData("17 giờ trước")]
    [InlineData("Cập nhật 5 phút trước")]
    [InlineData("2 ngày trước")]
    [InlineData("3h trước")]
    [InlineData("Vừa xong, 1 phút trước")]
    [InlineData("2 hours ago")]
    public void Read_TimeCountedBackFromNow_TellsNoTime(string line)
    {
        var reading = DateReader.Read(line);

        (reading.IsRelative, reading.Date, reading.Time, reading.Moment).ShouldBe((true, null, null, null));
    }

    [Theory]
    [InlineData("ngày 12/12")]
    [InlineData("Hội nghị lần thứ 31")]
    [InlineData("trước")]
    [InlineData("Nghị quyết 18-NQ/TW")]
    [InlineData("1.234,5 tỷ đồng")]
    [InlineData("Tỷ số 2-1 sau 90 phút")]
    [InlineData("2 học sinh cứu em nhỏ đuối nước")]
    [InlineData("3 giải pháp cho hạn mặn")]
    [InlineData("Nhóm 2: Sông Lam")]
    [InlineData("Giải cứu ba người sau 8 giờ mắc kẹt")]
    [InlineData("Kẹt xe 3h liền trên cao tốc")]
    [InlineData("")]
    public void Read_NoTime_TellsNone(string line) => DateReader.Read(line).IsAny.ShouldBeFalse();

    [Fact]
    public void Read_TimeOfDayAlone_TellsNoMoment()
    {
        var reading = DateReader.Read("14:00 Tin tức");

        (reading.Time, reading.Date, reading.Moment, reading.Rest).ShouldBe((new TimeOnly(14, 0), null, null, "Tin tức"));
    }

    [Theory]
    [InlineData("25:61 14/12/2021")]
    [InlineData("24:30 14/12/2021")]
    public void Read_HourThatNeverIs_LeavesTheDay(string line) => Moment(line).ShouldBe("2021-12-14T00:00:00+07:00");

    [Theory]
    [InlineData("14:00 | 07/02/2026 Làng nghề, nghệ nhân", "Làng nghề, nghệ nhân")]
    [InlineData("22-08-2013 - 15:47 PM | Thị trường chứng khoán", "Thị trường chứng khoán")]
    [InlineData("Văn hóa - 08:00 ngày 1-2-2024", "Văn hóa")]
    [InlineData("Thứ Hai, 8/12/2025 - 10:30", "")]
    [InlineData("Chủ nhật, 05/11/2023, 06:00 (GMT+7)", "")]
    [InlineData("17 giờ 30 phút, ngày 31/10/2016", "")]
    [InlineData("Cập nhật lúc 15:42, 12/05/2012 (GMT+7)", "")]
    [InlineData("2 giờ trước", "")]
    [InlineData("Saturday, July 23, 2016 5:42 PM (CDT)", "")]
    public void Read_WhatStandsBesideTheTime_IsTheRest(string line, string rest) => DateReader.Read(line).Rest.ShouldBe(rest);

    [Fact]
    public void Read_RunningText_IsNoPublicationLine() =>
        DateReader.Read("Sáng 12/05/2023, tại Hà Nội, " + new string('a', DateReader.LongestLine)).IsAny.ShouldBeFalse();

    static string? Moment(string line) => DateReader.Read(line).Moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
