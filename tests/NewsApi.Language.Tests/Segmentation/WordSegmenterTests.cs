using NewsApi.Language.Documents;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Segmentation;

public sealed class WordSegmenterTests
{
    static readonly WordSegmenter Small = new(
        new WordSet(["ủy ban", "nhân dân", "ban nhân", "học sinh", "sinh học", "hòa bình", "xã hội chủ nghĩa", "xã hội"])
    );
    static readonly WordSegmenter Shipped = WordSegmenter.Load();

    [Theory]
    [InlineData("các ủy ban nhân dân xã", "các|ủy ban|nhân dân|xã")]
    [InlineData("nước xã hội chủ nghĩa đó", "nước|xã hội chủ nghĩa|đó")]
    [InlineData("em học sinh học giỏi", "em|học sinh|học|giỏi")]
    [InlineData("uỷ ban và hoà bình", "uỷ ban|và|hoà bình")]
    [InlineData("ủy, ban", "ủy|,|ban")]
    [InlineData("ủy  ban", "ủy|ban")]
    public void Segment_WordsOfTheLexicon_CoverTheTextWithTheFewest(string text, string words) => Words(Small, text).ShouldBe(words);

    [Theory]
    [InlineData("Sáng nay ông Lê Thị Hồng Vân tới", "Sáng|nay|ông|Lê Thị Hồng Vân|tới")]
    [InlineData("dự có Vương Đình Huệ, Tô Lâm.", "dự|có|Vương Đình Huệ|,|Tô Lâm|.")]
    public void Segment_CapitalisedSyllables_AreOneName(string text, string words) => Words(Small, text).ShouldBe(words);

    [Fact]
    public void Segment_FirstWordOfTheSentence_IsNoNameForItsCapital() => Words(Small, "Hôm Lan về").ShouldBe("Hôm|Lan|về");

    [Fact]
    public void Segment_Kinds_TellNamesFromWords() =>
        Segment(Small, "Gặp ông Tô Lâm ở Huế lúc 10:30.")
            .Select(token => token.Kind)
            .ShouldBe([
                TokenKind.Word,
                TokenKind.Word,
                TokenKind.Name,
                TokenKind.Word,
                TokenKind.Name,
                TokenKind.Word,
                TokenKind.Number,
                TokenKind.Punctuation,
            ]);

    [Fact]
    public void Segment_Word_CountsItsSyllables() =>
        Segment(Small, "các xã hội chủ nghĩa").Select(token => token.Syllables).ShouldBe([1, 4]);

    [Theory]
    [InlineData("đại biểu quốc hội thảo luận về kinh tế", "đại biểu|quốc hội|thảo luận|về|kinh tế")]
    [InlineData("nhân dân tham gia bảo vệ môi trường", "nhân dân|tham gia|bảo vệ|môi trường")]
    public void Segment_ShippedLexicon_KnowsCommonWords(string text, string words) => Words(Shipped, text).ShouldBe(words);

    static string Words(WordSegmenter segmenter, string text) =>
        string.Join('|', Segment(segmenter, text).Select(token => token.Span.Slice(text)));

    static List<Token> Segment(WordSegmenter segmenter, string text) =>
        segmenter.Segment(text, Folding.Fold(text), new TextSpan(0, text.Length));
}
