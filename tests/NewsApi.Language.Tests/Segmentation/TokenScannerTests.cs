using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Segmentation;

public sealed class TokenScannerTests
{
    [Theory]
    [InlineData("Cầu đã thông xe.", "Cầu|đã|thông|xe|.")]
    [InlineData("Ông nói: “Lâu rồi!”", "Ông|nói|:|“|Lâu|rồi|!|”")]
    [InlineData("giá 1.234,5 đồng", "giá|1.234,5|đồng")]
    [InlineData("lúc 10:30, 14/12/2021", "lúc|10:30|,|14/12/2021")]
    [InlineData("giai đoạn 2021-2025", "giai|đoạn|2021-2025")]
    [InlineData("tăng 25%", "tăng|25|%")]
    [InlineData("Vla-đi-mia Pu-tin", "Vla-đi-mia|Pu-tin")]
    [InlineData("TP.HCM và R&D", "TP.HCM|và|R&D")]
    [InlineData("Ảnh: TTXVN/Vietnam", "Ảnh|:|TTXVN|/|Vietnam")]
    [InlineData("im lặng... rồi", "im|lặng|...|rồi")]
    [InlineData("(kể cả mố)", "(|kể|cả|mố|)")]
    [InlineData("A80", "A80")]
    public void Scan_Text_GivesSyllablesNumbersAndMarks(string text, string pieces) => Pieces(text).ShouldBe(pieces);

    [Theory]
    [InlineData("dài 400km, rộng 5ha", "dài|400|km|,|rộng|5|ha")]
    [InlineData("lúc 16h", "lúc|16|h")]
    [InlineData("từ 13h-16h", "từ|13|h|-|16|h")]
    [InlineData("nóng 35°C", "nóng|35|°C")]
    [InlineData("lúc 10h30, cao 1m76, ảnh 4x6", "lúc|10h30|,|cao|1m76|,|ảnh|4x6")]
    [InlineData("thắng 2-1, phút 90+4", "thắng|2-1|,|phút|90+4")]
    public void Scan_NumberWithUnit_ArePiecesOfTheirOwnUnlessDigitsFollow(string text, string pieces) => Pieces(text).ShouldBe(pieces);

    [Theory]
    [InlineData("F-16 và Covid-19", "F-16|và|Covid-19")]
    [InlineData("mạng 5G ở Huế", "mạng|5G|ở|Huế")]
    [InlineData("xe 37A-123.45 chạy", "xe|37A-123.45|chạy")]
    [InlineData("Nghị định 154/2025/NĐ-CP", "Nghị|định|154/2025/NĐ-CP")]
    [InlineData("Chỉ thị 48-CT/TW", "Chỉ|thị|48-CT/TW")]
    [InlineData("quý III/2025", "quý|III/2025")]
    public void Scan_Code_IsOnePiece(string text, string pieces) => Pieces(text).ShouldBe(pieces);

    [Theory]
    [InlineData("TS. Lê An ở TP. Thủ Đức.", "TS.|Lê|An|ở|TP.|Thủ|Đức|.")]
    [InlineData("rau, quả, v.v.", "rau|,|quả|,|v.v.")]
    [InlineData("anh Đ.V.H. và PGS.TS. An", "anh|Đ.V.H.|và|PGS.TS.|An")]
    [InlineData("sống ở TP.HCM.", "sống|ở|TP.HCM|.")]
    [InlineData("sống ở Huế.", "sống|ở|Huế|.")]
    public void Scan_Abbreviation_KeepsItsStop(string text, string pieces) => Pieces(text).ShouldBe(pieces);

    [Fact(Timeout = 60_000)]
    public async Task Scan_MegabyteOfBrokenCodes_TakesNoSquareTime() =>
        await Task.Run(() =>
        {
            var text = string.Concat(Enumerable.Repeat("1/AA/", 200_000)) + "1a";
            TokenScanner.Scan(text, new TextSpan(0, text.Length)).Count.ShouldBeGreaterThan(200_000);
        });

    [Theory]
    [InlineData("xem https://vi.du/a?b=1.", "xem|https://vi.du/a?b=1|.")]
    [InlineData("thư a.b@bao.vn, điện thoại", "thư|a.b@bao.vn|,|điện|thoại")]
    [InlineData("theo baotintuc.vn.", "theo|baotintuc.vn|.")]
    [InlineData("#baoso3 của @vtv24", "#baoso3|của|@vtv24")]
    [InlineData("(www.chinhphu.vn)", "(|www.chinhphu.vn|)")]
    public void Scan_Address_IsOnePiece(string text, string pieces) => Pieces(text).ShouldBe(pieces);

    [Theory]
    [InlineData("Cầu", TokenKind.Word, 1)]
    [InlineData("1.234,5", TokenKind.Number, 1)]
    [InlineData("…", TokenKind.Punctuation, 0)]
    [InlineData("%", TokenKind.Punctuation, 0)]
    [InlineData("+", TokenKind.Symbol, 0)]
    [InlineData("baotintuc.vn", TokenKind.Symbol, 0)]
    [InlineData("👩‍👩‍👧‍👦", TokenKind.Symbol, 0)]
    public void Scan_OnePiece_HasItsKind(string text, TokenKind kind, int syllables)
    {
        var token = TokenScanner.Scan(text, new TextSpan(0, text.Length)).ShouldHaveSingleItem();

        (token.Span, token.Kind, token.Syllables).ShouldBe((new TextSpan(0, text.Length), kind, syllables));
    }

    [Fact]
    public void Scan_DecomposedLetters_StayInTheirSyllable() => Pieces("ca\u0302\u0300u đã").ShouldBe("ca\u0302\u0300u|đã");

    [Fact]
    public void Scan_PartOfAText_StaysInside()
    {
        const string Text = "một hai ba";
        TokenScanner.Scan(Text, new TextSpan(4, 7)).ShouldHaveSingleItem().Span.Slice(Text).ShouldBe("hai");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\t")]
    public void Scan_NoText_GivesNothing(string text) => TokenScanner.Scan(text, new TextSpan(0, text.Length)).ShouldBeEmpty();

    static string Pieces(string text) =>
        string.Join('|', TokenScanner.Scan(text, new TextSpan(0, text.Length)).Select(piece => piece.Span.Slice(text)));
}
