using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class DateSignsTests
{
    [Theory]
    [InlineData("14/12/2021")]
    [InlineData("5 tháng 3 năm 2024")]
    [InlineData("may 12, 1999")]
    [InlineData("1.2.24")]
    [InlineData("lúc 7 giờ")]
    [InlineData("8h30")]
    [InlineData("13 : 16")]
    [InlineData("2 tuần trước")]
    [InlineData("3 days ago")]
    public void MayTellTime_AnyFormOfTime_True(string folded) => DateSigns.MayTellTime(folded).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("12 người bị thương")]
    [InlineData("thắng 3-2 sau hiệp phụ")]
    [InlineData("giá 12.500 đồng")]
    [InlineData("quốc lộ 20")]
    [InlineData("sau 5")]
    public void MayTellTime_OtherNumbers_False(string folded) => DateSigns.MayTellTime(folded).ShouldBeFalse();

    [Fact]
    public void Read_PiecesOfTimesInAnyOrder_FindsNoneWithoutASign()
    {
        string[] pieces =
        [
            "8",
            "30",
            "2024",
            "/",
            ".",
            "-",
            ":",
            "h",
            "giờ",
            "phút",
            "trước",
            "tháng",
            "gmt",
            "+07:00",
            "am",
            "hôm qua",
            " ",
        ];
        var random = new Random(7);
        for (var n = 0; n < 20_000; n++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (!DateSigns.MayTellTime(line))
            {
                DateReader.ReadUnfiltered(line, line).IsAny.ShouldBeFalse(line);
            }
        }
    }
}
