namespace NewsApi.SystemTests;

/// <summary>Pages for tests. Names and events are invented.</summary>
static class Pages
{
    public static string Title(int number) => $"Xã Tân Hoà trao {number} suất học bổng cho học sinh nghèo";

    /// <summary>A page of its own for each number, of the length that news have.</summary>
    public static string Article(int number) =>
        $"""
            Trang chủ
            Giáo dục

            {Title(number)}

            08:30 | 12/03/2025

            Sáng 12/3, Hội Khuyến học xã Tân Hoà trao {number} suất học bổng cho học sinh có hoàn cảnh khó khăn, mỗi suất trị giá một triệu đồng.

            Theo ông Trần Văn Lộc, Chủ tịch Hội Khuyến học xã, số tiền do người dân trong xã và những người con xa quê cùng đóng góp từ đầu năm học.

            Các em nhận học bổng tại hội trường xã. Ảnh: Minh Thư

            "Cháu sẽ mua sách vở và một chiếc xe đạp cũ để đến trường", em Nguyễn Thị Sen, học sinh lớp 8, nói.

            Hội dự kiến trao thêm học bổng vào đầu năm học tới, và mong các doanh nghiệp trong vùng cùng góp sức với bà con.

            Minh Thư

            Tin liên quan

            Khởi công trường mầm non xã Tân Hoà

            """.ReplaceLineEndings("\n");

    public static string Crashing(int number) => Article(number) + "\n⟦crash⟧\n";
}
