using NewsApi.Language.Lexicons;
using NewsApi.Language.Mentions;

namespace NewsApi.Language.Tests.Mentions;

public sealed class SpanModelTests
{
    const int Labels = 2;

    [Fact]
    public void Read_WhatWasWritten_GivesTheSamePoints()
    {
        var (model, read) = (Model(), SpanModel.Read("x.bin", Bytes(Model())));
        Span<int> before = stackalloc int[Labels];
        Span<int> after = stackalloc int[Labels];
        uint[] rows = [0, 1u << 31, 3u << 30];

        model.AddRun(rows, before);
        read.AddRun(rows, after);

        after.ToArray().ShouldBe(before.ToArray());
        after.ToArray().ShouldNotBe([0, 0]);
        (read.Labels, read.Scale).ShouldBe((Labels, 7));
    }

    [Fact]
    public void Read_CutOff_NamesTheFileAndTheLength() =>
        Should
            .Throw<LexiconException>(() => SpanModel.Read("x.bin", Bytes(Model()).AsSpan()[..^1]))
            .Message.ShouldStartWith("x.bin, line 0: has ");

    [Theory]
    [InlineData(0, (byte)'S')]
    [InlineData(5, (byte)0)]
    [InlineData(6, (byte)25)]
    public void Read_AnotherFile_NamesIt(int at, byte value)
    {
        var bytes = Bytes(Model());
        bytes[at] = value;

        Should.Throw<LexiconException>(() => SpanModel.Read("x.bin", bytes)).Message.ShouldBe("x.bin, line 0: no model of spans");
    }

    // Four rows for pieces, four for runs.
    static SpanModel Model() =>
        new(
            Labels,
            7,
            [.. Enumerable.Range(0, 4 * 3 * Labels).Select(n => (sbyte)n)],
            [.. Enumerable.Range(0, 4 * Labels).Select(n => (sbyte)(n - 3))]
        );

    static byte[] Bytes(SpanModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
