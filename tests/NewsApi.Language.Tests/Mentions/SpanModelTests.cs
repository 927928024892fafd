using NewsApi.Language.Lexicons;
using NewsApi.Language.Mentions;

namespace NewsApi.Language.Tests.Mentions;

public sealed class SpanModelTests
{
    const string File = "models/test.bin";

    // Two labels, two rows for pieces, four for runs.
    static SpanModel Small() =>
        new(2, 40, [.. Enumerable.Range(1, 12).Select(i => (sbyte)i)], [.. Enumerable.Range(1, 8).Select(i => (sbyte)-i)]);

    static byte[] Bytes(SpanModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameModel()
    {
        var bytes = Bytes(Small());
        var again = SpanModel.Read(File, bytes);

        (again.Labels, again.Scale).ShouldBe((2, 40));
        Bytes(again).ShouldBe(bytes);
    }

    [Fact]
    public void AddPiece_Features_AddsTheRowsOfTheirHighestBits()
    {
        var scores = new int[6];

        Small().AddPiece([0, 0x7FFF_FFFF, 0x8000_0000], scores);

        scores.ShouldBe([1 + 1 + 7, 2 + 2 + 8, 3 + 3 + 9, 4 + 4 + 10, 5 + 5 + 11, 6 + 6 + 12]);
    }

    [Fact]
    public void AddRun_Features_AddsTheRowsOfTheirHighestBits()
    {
        var scores = new[] { 100, 100 };

        Small().AddRun([0x4000_0000, 0xFFFF_FFFF], scores);

        scores.ShouldBe([100 - 3 - 7, 100 - 4 - 8]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(31)]
    public void Read_CutOff_IsRefused(int length) => ShouldBeRefused(Bytes(Small())[..length]);

    [Fact]
    public void Read_MoreThanTheModel_IsRefused() => ShouldBeRefused([.. Bytes(Small()), 0]);

    [Theory]
    [InlineData(0, 'w')]
    [InlineData(5, 0)]
    [InlineData(6, 0)]
    [InlineData(7, 0)]
    [InlineData(6, 25)]
    [InlineData(7, 25)]
    [InlineData(5, 3)]
    public void Read_BrokenHeader_IsRefused(int at, int value)
    {
        var bytes = Bytes(Small());
        bytes[at] = (byte)value;

        ShouldBeRefused(bytes);
    }

    // 4 × 128 × 2^24 weights are 2^33: no number of 32 bits may make them none.
    [Fact]
    public void Read_HeaderOfAModelTooLargeToCount_IsRefused()
    {
        var bytes = Bytes(Small())[..12];
        (bytes[5], bytes[6], bytes[7]) = (128, 24, 24);

        ShouldBeRefused(bytes);
    }

    [Theory]
    [InlineData(SpanModel.MentionFile, 7)]
    [InlineData(SpanModel.PositionFile, 1)]
    public void Load_ShippedModel_HasItsLabels(string file, int labels)
    {
        var model = SpanModel.Load(file);

        model.Labels.ShouldBe(labels);
        model.Scale.ShouldBePositive();
    }

    static void ShouldBeRefused(byte[] bytes) =>
        Should.Throw<LexiconException>(() => SpanModel.Read(File, bytes)).Message.ShouldContain(File);
}
