using System.Text;

namespace NewsApi.Text.Tests;

public sealed class FoldingTests
{
    public static TheoryData<int> Seeds { get; } = GeneratedTexts.Seeds(300);

    [Theory]
    [InlineData("Hoà", "hòa")]
    [InlineData("hòa", "hòa")]
    [InlineData("Uỷ ban", "ủy ban")]
    [InlineData("Ủy ban", "ủy ban")]
    [InlineData("KHOẺ", "khỏe")]
    [InlineData("Thuỳ", "thùy")]
    [InlineData("Nguyễn Ngọc Loã", "nguyễn ngọc lõa")]
    [InlineData("toạ đàm", "tọa đàm")]
    [InlineData("loè loẹt", "lòe loẹt")]
    [InlineData("chữ Hoà.", "chữ hòa.")]
    [InlineData("ĐƯỜNG", "đường")]
    public void Fold_OpenSyllables_HaveTheToneOnTheFirstVowel(string text, string expected) => Folding.Fold(text).ShouldBe(expected);

    [Theory]
    // The u belongs to "qu", so that y is the only vowel: "quý III", "QUỶ".
    [InlineData("quý", "quý")]
    [InlineData("QUỶ", "quỷ")]
    // A syllable that goes on has one place for its tone: "hoàng", "toàn", "xoáy", "huỳnh".
    [InlineData("Hoàng", "hoàng")]
    [InlineData("toàn", "toàn")]
    [InlineData("xoáy", "xoáy")]
    [InlineData("Huỳnh", "huỳnh")]
    // "ua" and "uê" do not vary: "tuá" is no spelling of "túa", "Huế" has one place.
    [InlineData("Huế", "huế")]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("à", "à")]
    public void Fold_OtherSyllables_KeepTheirTone(string text, string expected) => Folding.Fold(text).ShouldBe(expected);

    [Fact]
    public void Fold_ATextThatIsFolded_IsTheSameString()
    {
        const string Text = "ủy ban nhân dân thành phố hòa bình";
        Folding.Fold(Text).ShouldBeSameAs(Text);
    }

    [Theory]
    [InlineData("Đường", "duong")]
    [InlineData("Nguyễn Thị Thuỳ Linh", "nguyen thi thuy linh")]
    [InlineData("ỹ ặ ổ ự", "y a o u")]
    [InlineData("Năm 2026: 12,5%", "nam 2026: 12,5%")]
    [InlineData("한 שלום 🙂", "한 שלום 🙂")]
    public void StripMarks_LeavesPlainLowerCase(string text, string expected) => Folding.StripMarks(text).ShouldBe(expected);

    [Theory]
    [InlineData('Đ', 'D')]
    [InlineData('đ', 'd')]
    [InlineData('Ế', 'E')]
    [InlineData('\uD83D', '\uD83D')]
    [InlineData('한', '한')]
    public void StripMarks_ALetter_KeepsItsCase(char letter, char expected) => Folding.StripMarks(letter).ShouldBe(expected);

    [Fact]
    public void StripMarks_EveryVietnameseLetter_IsOneOfTheAlphabet()
    {
        const string Letters = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
        string[] tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
        foreach (var letter in Letters.SelectMany(_ => tones, (letter, tone) => (letter + tone).Normalize()))
        {
            letter.Length.ShouldBe(1);
            char.IsAsciiLetter(Folding.StripMarks(letter[0])).ShouldBeTrue(letter);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Both_AnyText_KeepTheLength(int seed)
    {
        var text = NormalizedText.From(GeneratedTexts.Of(seed)).Text;
        Folding.Fold(text).Length.ShouldBe(text.Length);
        Folding.StripMarks(text).Length.ShouldBe(text.Length);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fold_AnyText_DoesNotFoldFurther(int seed)
    {
        var folded = Folding.Fold(NormalizedText.From(GeneratedTexts.Of(seed)).Text);
        Folding.Fold(folded).ShouldBe(folded);
    }

    /// <summary>Where a tone stands is spelling alone: without marks both spellings are one.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void StripMarks_AnyText_IsTheSameAfterFolding(int seed)
    {
        var text = NormalizedText.From(GeneratedTexts.Of(seed)).Text;
        Folding.StripMarks(Folding.Fold(text)).ShouldBe(Folding.StripMarks(text));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fold_AnyText_KeepsItsCharactersApartFromToneAndCase(int seed)
    {
        var text = NormalizedText.From(GeneratedTexts.Of(seed)).Text;
        Sorted(Folding.Fold(text)).ShouldBe(Sorted(text.ToLowerInvariant()));
    }

    /// <summary>Base letters and marks in an order of their own: a tone that moves within a text changes nothing here.</summary>
    static string Sorted(string text) => string.Concat(text.SelectMany(Decomposed).Order());

    static string Decomposed(char c) => char.IsSurrogate(c) ? c.ToString() : c.ToString().Normalize(NormalizationForm.FormD);
}
