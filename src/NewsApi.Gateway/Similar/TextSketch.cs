using System.Buffers.Binary;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Search;

namespace NewsApi.Gateway.Similar;

/// <summary>
/// A text as the smallest hashes of its runs of four syllables: enough to tell how much two texts have in common without either of them (a bottom-k
/// sketch: A. Broder, "On the resemblance and containment of documents", 1997).
/// </summary>
public sealed class TextSketch
{
    /// <summary>Hashes that are kept. What is shared is told within some four in a hundred.</summary>
    public const int MostHashes = 128;

    /// <summary>So many of them find candidates. Of two texts that share a third they have one in common in all but two of a thousand cases.</summary>
    public const int Keys = 16;

    const int Run = 4;

    readonly ulong[] hashes;

    TextSketch(int runs, ulong[] hashes) => (Runs, this.hashes) = (runs, hashes);

    /// <summary>How many different runs the text has.</summary>
    public int Runs { get; }

    /// <summary>By which texts that may be like this one are looked up.</summary>
    public IEnumerable<long> LookupKeys => hashes.Take(Keys).Select(hash => unchecked((long)hash));

    /// <summary>Of lead, paragraphs and headings. Headline and captions are what changes first when a text is taken over.</summary>
    public static TextSketch Of(Document document, string text)
    {
        var found = new HashSet<ulong>();
        foreach (var line in document.Lines)
        {
            if (line.Role is LineRole.Lead or LineRole.Paragraph or LineRole.Heading or LineRole.PullQuote)
                Add(found, text[line.Span.Start..line.Span.End]);
        }
        return new TextSketch(found.Count, [.. found.Order().Take(MostHashes)]);
    }

    /// <summary>Of lines that are content.</summary>
    public static TextSketch Of(IEnumerable<string> lines)
    {
        var found = new HashSet<ulong>();
        foreach (var line in lines)
            Add(found, line);
        return new TextSketch(found.Count, [.. found.Order().Take(MostHashes)]);
    }

    /// <summary>As <see cref="ToBytes"/> wrote it.</summary>
    public static TextSketch Read(int runs, ReadOnlySpan<byte> bytes)
    {
        var kept = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]);
        return new TextSketch(runs, kept);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[hashes.Length * sizeof(ulong)];
        for (var i = 0; i < hashes.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), hashes[i]);
        return bytes;
    }

    public TextOverlap With(TextSketch other)
    {
        if (Runs == 0 || other.Runs == 0)
            return default;

        // Of the smallest of both together: how many both have.
        var (looked, shared, i, j) = (0, 0, 0, 0);
        var most = Math.Min(MostHashes, Math.Max(hashes.Length, other.hashes.Length));
        while (looked < most && (i < hashes.Length || j < other.hashes.Length))
        {
            var isMine = j == other.hashes.Length || (i < hashes.Length && hashes[i] <= other.hashes[j]);
            var isOther = i == hashes.Length || (j < other.hashes.Length && other.hashes[j] <= hashes[i]);
            shared += isMine && isOther ? 1 : 0;
            i += isMine ? 1 : 0;
            j += isOther ? 1 : 0;
            looked++;
        }

        var resemblance = (double)shared / looked;
        var common = resemblance * (Runs + other.Runs) / (1 + resemblance);
        return new TextOverlap(
            Math.Round(resemblance, 2),
            Math.Round(Math.Min(1, common / Math.Min(Runs, other.Runs)), 2),
            Math.Min(Runs, other.Runs)
        );
    }

    static void Add(HashSet<ulong> found, string line)
    {
        var tokens = SearchTokens.Of(line);
        for (var end = Math.Min(Run, tokens.Count); end <= tokens.Count && end > 0; end++)
        {
            var hash = 14695981039346656037UL;
            foreach (var token in tokens[Math.Max(0, end - Run)..end])
            {
                foreach (var letter in token.Exact)
                    hash = (hash ^ letter) * 1099511628211UL;
                hash = (hash ^ ' ') * 1099511628211UL;
            }

            // The last bits of FNV-1a do not reach its first: the smallest of such hashes would not be any.
            hash ^= hash >> 32;
            hash *= 0xD6E8FEB86659FD93;
            found.Add(hash ^ (hash >> 32));
        }
    }
}

/// <summary>What two texts have in common, from 0 to 1.</summary>
/// <param name="Resemblance">The part of all runs that both have.</param>
/// <param name="Containment">The part of the shorter text's runs that the other has.</param>
/// <param name="Runs">How many runs the shorter text has.</param>
public readonly record struct TextOverlap(double Resemblance, double Containment, int Runs)
{
    /// <summary>Below, texts on one event share as much by quoting the same words.</summary>
    const double LeastOfCopy = 0.4;

    /// <summary>Of fewer runs a sentence is half of the text.</summary>
    const int FewestRuns = 12;

    /// <summary>One was made of the other, or both of a third: taken over whole, cut, edited, with another headline.</summary>
    public bool IsCopy => (Runs >= FewestRuns && Containment >= LeastOfCopy) || Resemblance == 1;
}
