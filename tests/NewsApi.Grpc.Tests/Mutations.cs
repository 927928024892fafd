using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>What a peer may send that is not what it should: streams of frames, headers and trailers, made of a seed.</summary>
sealed class Mutations(int seed)
{
    const int LargestBomb = 64 * 1024;

    static readonly string[] Timeouts = ["1n", "1H", "99999999S", "999999999m", "-1S", "10", "S", "", "1 S", "1x", "00000001m"];
    static readonly string[] Encodings = ["gzip", "identity", "deflate", "GZIP", "gzip,gzip", "", "br;q=1"];
    static readonly string[] Binaries = ["", "=", "AAECAw", "AAECAw==", "A", "####", "AA,BB,,CC", "AAEC Aw", "////", "YWJj,YWI="];
    static readonly string[] Statuses = ["0", "1", "16", "17", "-1", "", "x", "00", "999999999999", "14 ", "+3"];
    static readonly string[] Messages = ["", "%", "%E1%BB", "%zz", "%00", "%E1%BB%99", "a%20b", "%F0%9F%98%88", "%C3%28", "%25"];
    static readonly string[] ContentTypes =
    [
        "application/grpc",
        "application/grpc+proto",
        "application/grpc;x=y",
        "application/grpcx",
        "text/html",
        "APPLICATION/GRPC",
    ];

    readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public string OneOf(string[] values) => values[_random.Next(values.Length)];

    public string Timeout => OneOf(Timeouts);
    public string Encoding => OneOf(Encodings);
    public string Status => OneOf(Statuses);
    public string Message => OneOf(Messages);

    /// <summary>Mostly the right one: what follows would not be looked at.</summary>
    public string ContentType => _random.Next(10) > 0 ? ContentTypes[0] : OneOf(ContentTypes);

    /// <summary>A header of metadata with a value that may be no base64 where it should be.</summary>
    public (string Name, string Value) Header =>
        _random.Next(3) switch
        {
            0 => ("x-fuzz-bin", OneOf(Binaries)),
            1 => ("x-fuzz", new string((char)_random.Next(' ', '~' + 1), _random.Next(40))),
            _ => ($"{(char)_random.Next('!', '~' + 1)}-fuzz", OneOf(Binaries)),
        };

    /// <summary>Frames, damaged here and there, cut where no frame ends.</summary>
    public byte[][] Chunks()
    {
        var stream = new List<byte>();
        for (var i = _random.Next(4); i >= 0; i--)
        {
            stream.AddRange(Frame());
        }

        var bytes = Damaged([.. stream]);
        var chunks = new List<byte[]>();
        for (var start = 0; start < bytes.Length; )
        {
            var length = Math.Min(bytes.Length - start, _random.Next(3) == 0 ? bytes.Length : 1 + _random.Next(200));
            chunks.Add(bytes[start..(start + length)]);
            start += length;
        }

        return [.. chunks];
    }

    byte[] Frame()
    {
        var payload = Payload();
        if (_random.Next(3) == 0)
        {
            payload = Zip(payload);
            return RawClient.Frame(_random.Next(8) == 0 ? (byte)0 : (byte)1, _random.Next(4) == 0 ? Damaged(payload) : payload);
        }

        var frame = RawClient.Frame(_random.Next(20) == 0 ? (byte)_random.Next(256) : (byte)0, payload);
        if (_random.Next(15) == 0)
        {
            // A length that is a lie.
            BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)_random.NextInt64(uint.MaxValue + 1L) >> _random.Next(32));
        }

        return frame;
    }

    byte[] Payload()
    {
        switch (_random.Next(12))
        {
            case 0:
                return [];
            case 1:
                var noise = new byte[_random.Next(300)];
                _random.NextBytes(noise);
                return noise;
            case 2 when _random.Next(5) == 0:
                return new byte[_random.Next(LargestBomb)];
            default:
                var message = new EchoRequest { Text = new string('ộ', _random.Next(50)), Repeat = _random.Next(5) };
                return _random.Next(4) == 0 ? Damaged(message.ToByteArray()) : message.ToByteArray();
        }
    }

    byte[] Damaged(byte[] bytes)
    {
        var damaged = bytes.ToArray();
        switch (_random.Next(4))
        {
            case 0 when damaged.Length > 0:
                damaged[_random.Next(damaged.Length)] ^= (byte)(1 << _random.Next(8));
                return damaged;
            case 1 when damaged.Length > 0:
                return damaged[..^(1 + _random.Next(Math.Min(10, damaged.Length)))];
            case 2:
                return [.. damaged, .. new byte[_random.Next(7)]];
            default:
                return damaged;
        }
    }

    static byte[] Zip(byte[] payload)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(payload);
        }

        return zipped.ToArray();
    }
}
