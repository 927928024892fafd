using System.Text;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

public sealed class SubmittedTextTests
{
    const string Text = "Hoà bình\r\nđến 😀 với e\u0302\u0301";

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("utf-8", "EFBBBF")]
    [InlineData("utf-16", "")]
    [InlineData("utf-16", "FFFE")]
    [InlineData("utf-16le", "FFFE")]
    public void Decode_WithOrWithoutMark_GivesTheTextWithoutIt(string charset, string mark)
    {
        var encoding = charset == "utf-8" ? Encoding.UTF8 : Encoding.Unicode;
        var submitted = SubmittedText.Decode([.. Convert.FromHexString(mark), .. encoding.GetBytes(Text)], charset);
        submitted.Text.ShouldBe(Text);
        submitted.MediaType.ShouldBe($"text/plain; charset={charset}");
    }

    [Theory]
    [InlineData("utf-16", "FEFF")]
    [InlineData("utf-16be", "")]
    public void Decode_BigEndian_GivesTheText(string charset, string mark) =>
        SubmittedText.Decode([.. Convert.FromHexString(mark), .. Encoding.BigEndianUnicode.GetBytes(Text)], charset).Text.ShouldBe(Text);

    [Theory]
    [InlineData("utf-8", "80")]
    [InlineData("utf-8", "C3")]
    [InlineData("utf-8", "EDA080")]
    [InlineData("utf-8", "C080")]
    [InlineData("utf-16le", "00D8")]
    [InlineData("utf-16le", "410042")]
    public void Decode_BytesThatAreNotText_Throws(string charset, string bytes) =>
        Should.Throw<DecoderFallbackException>(() => SubmittedText.Decode(Convert.FromHexString(bytes), charset));

    [Fact]
    public void FromJson_UnpairedSurrogate_Throws() => Should.Throw<EncoderFallbackException>(() => SubmittedText.FromJson("a\ud800b"));

    [Theory]
    [InlineData(Text)]
    [InlineData("\uFEFF" + Text)]
    [InlineData("\uFEFF\uFEFF" + Text)]
    public void Read_WhatWasKeptOfAJsonText_GivesTheTextThatWasAnalysed(string json)
    {
        var submitted = SubmittedText.FromJson(json);
        var content = new ContentRow
        {
            Hash = submitted.ContentHash,
            Length = submitted.Bytes.Length,
            Compressed = Brotli.Compress(submitted.Bytes),
        };
        var revision = new RevisionRow
        {
            ArticleId = Guid.Empty,
            Number = 1,
            ContentHash = submitted.ContentHash,
            MediaType = submitted.MediaType,
            TextHash = submitted.TextHash,
            StoredAt = default,
        };
        SubmittedText.Read(content, revision).ShouldBe(submitted.Text);
    }

    [Fact]
    public void TextHash_OfOneTextInTwoEncodings_IsOne()
    {
        var narrow = SubmittedText.Decode(Encoding.UTF8.GetBytes(Text), "utf-8");
        var wide = SubmittedText.Decode(Encoding.Unicode.GetBytes(Text), "utf-16le");
        wide.TextHash.ShouldBe(narrow.TextHash);
        wide.ContentHash.ShouldNotBe(narrow.ContentHash);
    }

    [Fact]
    public void TextHash_OfAComposedAndADecomposedText_AreTwo() =>
        SubmittedText.FromJson("Ho\u00e0").TextHash.ShouldNotBe(SubmittedText.FromJson("Hoa\u0300").TextHash);
}
