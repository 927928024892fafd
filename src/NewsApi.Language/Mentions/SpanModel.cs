using System.Buffers.Binary;
using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Mentions;

/// <summary>
/// The integer weights of a finder of spans: one row for each value that the highest bits of a feature can have. A piece's row holds, for each
/// label, what the feature says of a span's beginning there, of its going on, and of its ending; a run's row one weight for each label. Learned
/// by tools/NewsApi.Training; kept as bytes: "spans", the number of labels, bits of pieces' rows, bits of runs' rows, the scale of scores
/// (32 bits, little endian), then a signed byte for each weight.
/// </summary>
sealed class SpanModel
{
    public const string MentionFile = "models/mentions.bin";
    public const string PositionFile = "models/positions.bin";

    const int HeaderLength = 12;

    readonly PackedRows pieces;
    readonly PackedRows runs;

    public SpanModel(int labels, int scale, ReadOnlySpan<sbyte> pieces, ReadOnlySpan<sbyte> runs)
    {
        (Labels, Scale) = (labels, scale);
        (this.pieces, this.runs) = (new PackedRows(pieces, 3 * labels), new PackedRows(runs, labels));
    }

    public int Labels { get; }

    /// <summary>So many points make a reading e times as likely.</summary>
    public int Scale { get; }

    /// <exception cref="LexiconException">The file is not one of this kind, or was cut off.</exception>
    public static SpanModel Load(string file)
    {
        using var stream = LexiconFile.Open(file);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Read(file, buffer.ToArray());
    }

    public static SpanModel Read(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith("spans"u8) || bytes[5] == 0 || bytes[6] is 0 or > 24 || bytes[7] is 0 or > 24)
        {
            throw new LexiconException(file, 0, "no model of spans");
        }

        var labels = bytes[5];
        var (inPieces, inRuns) = (3L * labels << bytes[6], (long)labels << bytes[7]);
        if (bytes.Length != HeaderLength + inPieces + inRuns)
        {
            throw new LexiconException(file, 0, $"has {bytes.Length} bytes in place of {HeaderLength + inPieces + inRuns}");
        }

        var ofPieces = (int)inPieces;

        var weights = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(bytes[HeaderLength..]);
        return new SpanModel(labels, BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), weights[..ofPieces], weights[ofPieces..]);
    }

    public void Write(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        "spans"u8.CopyTo(header);
        (header[5], header[6], header[7]) = ((byte)Labels, (byte)pieces.Bits, (byte)runs.Bits);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Scale);
        stream.Write(header);
        pieces.Write(stream);
        runs.Write(stream);
    }

    /// <summary>Adds what a piece's features say.</summary>
    /// <param name="scores">Of beginning (for each label), of going on, of ending.</param>
    public void AddPiece(ReadOnlySpan<uint> features, Span<int> scores) => pieces.Add(features, scores);

    /// <summary>Adds what a run's features say, for each label.</summary>
    public void AddRun(ReadOnlySpan<uint> features, Span<int> scores) => runs.Add(features, scores);
}
