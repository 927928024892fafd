using System.Globalization;

namespace NewsApi.Processing.Tests;

/// <summary>Pages for tests. Names and events are invented.</summary>
static class Pages
{
    public const string Title = "Xã Tân Hoà khánh thành cầu treo dân sinh";

    public const string Article = $"""
        Trang chủ
        Xã hội

        {Title}

        08:30 | 12/03/2025

        Sáng 12/3, xã Tân Hoà đưa vào sử dụng cầu treo dài 80 mét, giúp học sinh hai thôn không còn phải đi đò đến trường trong mùa mưa.

        Cây cầu được xây dựng từ tháng 6/2024 với kinh phí 3,2 tỷ đồng. Theo ông Trần Văn Lộc, Chủ tịch xã Tân Hoà, người dân đã góp hơn 400 ngày công.

        Cầu treo Tân Hoà trong ngày khánh thành. Ảnh: Minh Thư

        "Từ nay các cháu đi học chỉ mất mười phút", bà Nguyễn Thị Sen nói.

        Minh Thư

        Tin liên quan

        Khởi công trường mầm non xã Tân Hoà
        """;

    public static string Numbered(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Bản tin số {number}\n\nHôm nay xã Tân Hoà nhận {number} bao gạo. Người dân rất vui.\n"
        );
}
