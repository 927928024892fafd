namespace NewsApi.Text.Tests;

public sealed class VietnameseSyllableTests
{
    [Theory]
    [InlineData("hà nội thành phố hồ chí minh đắk lắk bắc kạn kon tum")]
    [InlineData("quý quốc quỳnh quyển qua quân")]
    [InlineData("gì gìn giếng già giữ giao gian giặc")]
    [InlineData("hòa thủy khỏe hoà thuỷ khoẻ thuở huệ thuế")]
    [InlineData("nghiêng nghĩ ghế ghi ngoèo khuỷu khuya nguyễn người rượu xoong ý yêu yến uyên oanh ương a")]
    [InlineData("các tập sách mát một đích")]
    public void IsOne_Syllables_Are(string syllables)
    {
        foreach (var syllable in syllables.Split(' '))
        {
            VietnameseSyllable.IsOne(syllable).ShouldBeTrue(syllable);
        }
    }

    [Theory]
    // Abbreviations.
    [InlineData("tp hcm ubnd hđnd đh who un2 asean nato bot vat ceo fbi is")]
    // Foreign words, and spellings that Vietnamese does not have.
    [InlineData("trump donald eloà zoè john paris pleiku street new york")]
    [InlineData("cê ngi ghà nghà hhh ng q qu gh ă hâ uyê hàá abcdefgh")]
    [InlineData("шар 한 ß")]
    public void IsOne_OtherLetters_AreNot(string words)
    {
        foreach (var word in words.Split(' '))
        {
            VietnameseSyllable.IsOne(word).ShouldBeFalse(word);
        }
    }

    [Fact]
    public void IsOne_NoLetters_IsNot() => VietnameseSyllable.IsOne("").ShouldBeFalse();
}
