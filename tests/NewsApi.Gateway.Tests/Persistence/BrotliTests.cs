using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Persistence;

public sealed class BrotliTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public void Decompress_WhatWasCompressed_GivesTheBytesBack(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        Brotli.Decompress(Brotli.Compress(bytes)).ShouldBe(bytes);
    }

    [Fact]
    public void Compress_TheSameBytes_GivesTheSameBytes() =>
        Brotli.Compress("tin tức, tin tức"u8).ShouldBe(Brotli.Compress("tin tức, tin tức"u8));

    [Fact]
    public void Decompress_WhatWasNotCompressed_Throws() =>
        Should.Throw<InvalidOperationException>(() => Brotli.Decompress([0xFF, 0xFF, 0xFF, 0xFF]));
}
