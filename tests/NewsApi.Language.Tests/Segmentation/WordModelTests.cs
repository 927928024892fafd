using NewsApi.Language.Lexicons;
using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Tests.Segmentation;

public sealed class WordModelTests
{
    [Fact]
    public void Score_Features_AddsTheWeightsOfTheirHighestBits()
    {
        var weights = new sbyte[1 << WordModel.FewestBits];
        (weights[0], weights[1], weights[255]) = (5, -7, 100);

        new WordModel(weights).Score([0, 0x01FF_FFFF, 0xFF00_0000]).ShouldBe(98);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameModel()
    {
        var weights = Enumerable.Range(0, 1 << WordModel.FewestBits).Select(i => (sbyte)(i - 128)).ToArray();
        using var stream = new MemoryStream();
        new WordModel(weights).Write(stream);
        using var again = new MemoryStream();
        WordModel.Read(stream.ToArray()).Write(again);

        again.ToArray().ShouldBe(stream.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("wordz\u0008")]
    [InlineData("words\u0008")]
    [InlineData("words\u0007")]
    [InlineData("words\u001f")]
    public void Read_AnythingElse_IsRefused(string bytes) =>
        Should
            .Throw<LexiconException>(() => WordModel.Read(System.Text.Encoding.UTF8.GetBytes(bytes)))
            .Message.ShouldContain(WordModel.File);

    [Fact]
    public void Load_ShippedModel_FitsTwoMegabytes()
    {
        using var stream = LexiconFile.Open(WordModel.File);

        stream.Length.ShouldBeLessThanOrEqualTo(2 << 20);
        WordModel.Load().ShouldNotBeNull();
    }
}
