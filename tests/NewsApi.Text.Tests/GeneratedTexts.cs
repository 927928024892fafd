using System.Text;

namespace NewsApi.Text.Tests;

/// <summary>
/// Texts put together from pieces that have broken text code before, the same in every run: the seed is in the test's name, and a failing
/// one can be made again.
/// </summary>
static class GeneratedTexts
{
    const int LongestInPieces = 24;

    static readonly string[] Pieces =
    [
        "Hoà",
        "hòa",
        "Uỷ",
        "quý",
        "Thuỳ",
        "khoẻ",
        "Đường",
        "NGHĨA",
        "đ",
        " ",
        "\n",
        "\r\n",
        "\u0085",
        "\u2028",
        "2026",
        ". ",
        // Decomposed: e with circumflex and acute, and the same marks in the order that is not canonical.
        "e\u0302\u0301",
        "a\u0323\u0302",
        "a\u0302\u0323",
        "o\u031B\u0300",
        // A mark with nothing to stand on.
        "\u0301",
        // Korean: leading consonant, vowel, final consonant, and a composed syllable.
        "\u1112\u1161\u11AB",
        "한",
        "\u11AB",
        // Characters outside the first plane: a face, a family of joined faces, a flag; musical notes that NFC takes apart.
        "🙂",
        "👩\u200D👧",
        "🇻🇳",
        "\U0001D15E",
        // Halves of pairs.
        "\uD83D",
        "\uDE42",
        // Letters that change under NFC without any mark, and right-to-left text.
        "Å",
        "\u2126",
        "שלום",
        "\0",
    ];

    public static TheoryData<int> Seeds(int count)
    {
        var seeds = new TheoryData<int>();
        foreach (var seed in Enumerable.Range(1, count))
            seeds.Add(seed);
        return seeds;
    }

    public static string Of(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var left = random.Next(LongestInPieces + 1); left > 0; left--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}
