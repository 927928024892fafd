using System.Text;
using BenchmarkDotNet.Attributes;
using NewsApi.Language.Reading;
using NewsApi.Language.Zoning;

namespace NewsApi.Benchmarks;

/// <summary>
/// Bytes of UTF-8 to labelled lines, beside decoding them and counting their lines: the ratio holds on every machine. Texts are made of the pages
/// of tests/quality, one after the other, up to the size.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 10)]
public class ZoningBenchmarks
{
    readonly ZoneLabeller labeller = ZoneLabeller.Load();
    byte[] text = [];

    [Params(1, 16, 128, 2048)]
    public int KiB { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var pages = QualityPages.Paths();
        var size = KiB * 1024;
        using var buffer = new MemoryStream(size + (1 << 16));
        for (var i = 0; buffer.Length < size; i = (i + 1) % pages.Length)
        {
            buffer.Write(File.ReadAllBytes(pages[i]));
            buffer.WriteByte((byte)'\n');
        }

        text = buffer.ToArray()[..EndOfLine(buffer.GetBuffer(), size)];
    }

    // A text is not cut inside a character.
    static int EndOfLine(byte[] bytes, int size) => Array.LastIndexOf(bytes, (byte)'\n', size - 1) is var end and > 0 ? end : size;

    [Benchmark(Baseline = true)]
    public int DecodeAndCountLines()
    {
        var lines = 1;
        foreach (var c in Encoding.UTF8.GetString(text))
        {
            lines += c == '\n' ? 1 : 0;
        }

        return lines;
    }

    [Benchmark]
    public int ReadAndZone() => labeller.Label(PageReader.Read(Encoding.UTF8.GetString(text))).Lines.Count;
}
