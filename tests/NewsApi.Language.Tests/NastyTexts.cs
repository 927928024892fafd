using System.Text;

namespace NewsApi.Language.Tests;

/// <summary>Texts that crawlers might hand over on a bad day, made anew from a seed.</summary>
static class NastyTexts
{
    static readonly string[] Pieces =
    [
        "Trường làng mở thư viện trong khoang thuyền cũ",
        "Sáng 12/5, ủy ban xã Bến Sậy khánh thành cây cầu gỗ dài 40 m bắc qua rạch. Ông nói: “Bà con chờ đã lâu.”",
        "Ảnh: Lê An/TTXVN",
        "08:30 | 12/05/2024 GMT+7",
        "99/99/9999 25:61",
        "Tin liên quan",
        "Nguyễn Hà (TTXVN)",
        "GS.TS. Trần B. và v.v. … 1.234,5 kg./.",
        "hoà bình, uỷ ban, thuý kiều, quý khách",
        "https://vi.du/a?b=c#d a@b.vn #thẻ @tên",
        "👩‍👩‍👧‍👦🏳️‍🌈 e\u0301\u0323 \u1112\u1161\u11AB",
        "\uD83D",
        "\uDE00\uD800",
        "\u202Eخبر عاجل\u202C",
        "&nbsp;<p>&lt;div&gt;</p>",
        "\0\u0001\u200B\uFEFF\u00AD",
        "((([[[{{{",
        ")))]]]}}}...!!!???",
        "\uFFFE\uFFFF",
        ":::: | | > » • - – —",
    ];

    static readonly string[] Ends = ["\n", "\r\n", "\r", "\u2028", "\u0085", "\n\n", " ", "", "\t", "\u00A0"];

    public static string Make(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var n = random.Next(40); n > 0; n--)
        {
            var piece = Pieces[random.Next(Pieces.Length)];
            text.Append(random.Next(6) == 0 ? piece[..random.Next(piece.Length + 1)] : piece);
            text.Append(Ends[random.Next(Ends.Length)]);
            if (random.Next(8) == 0)
            {
                text.Append((char)random.Next(char.MaxValue + 1));
            }
        }

        return random.Next(10) == 0 ? text + text.ToString() : text.ToString();
    }
}
