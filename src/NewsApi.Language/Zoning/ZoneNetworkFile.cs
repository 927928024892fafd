using System.Buffers.Binary;
using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>
/// The network as bytes, little-endian: "zones", the number of units, a hash of the states' names, the number of named features with for each a
/// hash of its name and its weights, the weights of the word buckets, the bias, the weights of the states. Features are found again by
/// name, so that their order in the code is free.
/// </summary>
static class ZoneNetworkFile
{
    static readonly byte[] Magic = "zones"u8.ToArray();

    public static ZoneNetwork Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        if (!reader.Take(Magic.Length).SequenceEqual(Magic))
        {
            throw new LexiconException(ZoneNetwork.File, 0, "no model of zones");
        }

        var units = reader.Int32();
        if (units is < 1 or > ZoneNetwork.MostUnits || reader.Int32() != StatesHash())
        {
            throw new LexiconException(ZoneNetwork.File, 0, "was made for other states");
        }

        var rows = Enumerable.Range(0, FeatureExtractor.NamedCount).ToDictionary(feature => Hash(FeatureNames.Name(feature)));
        var features = new short[FeatureExtractor.Count * units];
        for (var left = reader.Int32(); left > 0; left--)
        {
            var name = reader.Int32();
            var weights = reader.Int16s(units);
            // A feature that the code no longer has says nothing.
            if (rows.TryGetValue(name, out var row))
            {
                weights.CopyTo(features.AsSpan(row * units));
            }
        }

        reader.Int16s(LineWords.Buckets * units).CopyTo(features.AsSpan(FeatureExtractor.NamedCount * units));
        var bias = Array.ConvertAll(reader.Int16s(units), value => (int)value);
        var network = new ZoneNetwork(features, bias, reader.Int16s(ZoneNetwork.Views * units * ZoneStates.Count));
        return reader.IsAtEnd ? network : throw new LexiconException(ZoneNetwork.File, 0, "goes on behind its end");
    }

    public static void Write(ZoneNetwork network, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(network.Units);
        writer.Write(StatesHash());
        writer.Write(FeatureExtractor.NamedCount);
        for (var feature = 0; feature < FeatureExtractor.NamedCount; feature++)
        {
            writer.Write(Hash(FeatureNames.Name(feature)));
            Write(writer, network.FeatureWeights.Slice(feature * network.Units, network.Units));
        }

        Write(writer, network.FeatureWeights[(FeatureExtractor.NamedCount * network.Units)..]);
        foreach (var value in network.Bias)
        {
            writer.Write((short)value);
        }

        Write(writer, network.StateWeights);
    }

    static void Write(BinaryWriter writer, ReadOnlySpan<short> values)
    {
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    static int StatesHash() => Hash(string.Join('\n', Enumerable.Range(0, ZoneStates.Count).Select(ZoneStates.Name)));

    static int Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)hash;
    }

    ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> left = bytes;

        public readonly bool IsAtEnd => left.IsEmpty;

        public ReadOnlySpan<byte> Take(int count)
        {
            if (count > left.Length)
            {
                throw new LexiconException(ZoneNetwork.File, 0, "was cut off");
            }

            var taken = left[..count];
            left = left[count..];
            return taken;
        }

        public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

        public short[] Int16s(int count)
        {
            var values = new short[count];
            var taken = Take(count * 2);
            for (var i = 0; i < count; i++)
            {
                values[i] = BinaryPrimitives.ReadInt16LittleEndian(taken[(2 * i)..]);
            }

            return values;
        }
    }
}
