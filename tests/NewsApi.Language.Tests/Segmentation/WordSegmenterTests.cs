using NewsApi.Language.Documents;
using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Segmentation;

public sealed class WordSegmenterTests
{
    static readonly WordSegmenter Segmenter = WordSegmenter.Load();

    [Theory]
    [InlineData("đại biểu quốc hội thảo luận về kinh tế", "đại biểu|quốc hội|thảo luận|về|kinh tế")]
    [InlineData("nhân dân tham gia bảo vệ môi trường", "nhân dân|tham gia|bảo vệ|môi trường")]
    [InlineData("các ủy ban nhân dân xã", "các|ủy ban|nhân dân|xã")]
    [InlineData("uỷ ban và hoà bình", "uỷ ban|và|hoà bình")]
    public void Segment_Words_JoinsTheirSyllables(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("Sáng nay ông Lê Thị Hồng Vân tới", "Lê Thị Hồng Vân")]
    [InlineData("dự có Vương Đình Huệ, Tô Lâm.", "Vương Đình Huệ|Tô Lâm")]
    [InlineData("Họ ở Hà Nội.", "Hà Nội")]
    public void Segment_CapitalisedSyllables_AreOneName(string text, string names) =>
        string.Join('|', Segment(text).Where(token => token.Kind == TokenKind.Name).Select(token => token.Span.Slice(text)))
            .ShouldBe(names);

    [Theory]
    [InlineData("ủy, ban")]
    [InlineData("ủy  ban")]
    [InlineData("ủy\tban")]
    [InlineData("ủy “ban")]
    [InlineData("ủy #ban")]
    public void Segment_SyllablesWithMoreThanABlankBetween_AreNotJoined(string text) =>
        Segment(text).Select(token => token.Span.Slice(text)).ShouldAllBe(word => !word.Contains("ủy") || !word.Contains("ban"));

    [Theory]
    [InlineData("Giá vàng, xăng (và dầu) tăng: vì sao?", "Giá vàng , xăng ( và dầu ) tăng : vì sao ?")]
    [InlineData("Đại biểu Quốc hội nói: \"Kinh tế tốt.\"", "Đại biểu Quốc hội nói : \" Kinh tế tốt . \"")]
    public void Segment_BlanksAroundMarks_MakeNoDifference(string written, string spaced) => Words(written).ShouldBe(Words(spaced));

    [Fact]
    public void Segment_Kinds_TellNamesFromWords() =>
        Segment("Gặp ông Tô Lâm ở Huế lúc 10:30.")
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
    public void Segment_TextInCapitals_IsNotAllNames() =>
        Segment("QUỐC HỘI THẢO LUẬN VỀ KINH TẾ").ShouldAllBe(token => token.Kind == TokenKind.Word);

    [Fact]
    public void Segment_Word_CountsItsSyllables() => Segment("các quốc hội").Select(token => token.Syllables).ShouldBe([1, 2]);

    [Fact]
    public void Segment_PartOfAText_StaysInside()
    {
        const string Text = "đại biểu quốc hội thảo luận";
        var tokens = Segmenter.Segment(Text, Folding.Fold(Text), new TextSpan(9, 17));

        tokens.ShouldHaveSingleItem().Span.ShouldBe(new TextSpan(9, 17));
    }

    [Fact]
    public void Segment_AnyText_TokensAndGapsRebuildIt()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var text = NormalizedText.From(NastyTexts.Make(seed)).Text;
            var at = 0;
            foreach (var token in Segment(text))
            {
                text.AsSpan(at, token.Span.Start - at).IsWhiteSpace().ShouldBeTrue($"seed {seed}, at {at}");
                token.Span.Length.ShouldBePositive($"seed {seed}");
                at = token.Span.End;
            }

            text.AsSpan(at).IsWhiteSpace().ShouldBeTrue($"seed {seed}, at the end");
        }
    }

    [Fact]
    public async Task Segment_ALineOfAMegabyteWithoutABlank_TakesNoLongerThanItsLength()
    {
        var text = string.Concat(Enumerable.Repeat("a/", 500_000));
        var tokens = await Task.Run(() => Segment(text)).WaitAsync(TimeSpan.FromSeconds(30));

        tokens[^1].Span.End.ShouldBe(text.Length);
    }

    static string Words(string text) => string.Join('|', Segment(text).Select(token => token.Span.Slice(text)));

    static List<Token> Segment(string text) => Segmenter.Segment(text, Folding.Fold(text), new TextSpan(0, text.Length));
}
