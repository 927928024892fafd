using System.Buffers.Binary;
using System.Numerics;
using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Zoning;

/// <summary>
/// What the features of a line and of its neighbours say for each state. Features add up to the activity of hidden units; the units of the line
/// itself, of the two lines on either side, and the mean of the eight on either side give points to the states. All of it is integer
/// arithmetic, the same on every processor. Learned by tools/NewsApi.Training.
/// </summary>
public sealed class ZoneNetwork
{
    public const string File = "models/zones.bin";

    /// <summary>Lines on either side that are looked at one by one.</summary>
    public const int Window = 2;

    /// <summary>Lines on either side that are looked at together.</summary>
    public const int Region = 8;

    /// <summary>Views of a page that a line has: its neighbours from first to last with itself in the middle, the region before, the region behind.</summary>
    public const int Views = 2 * Window + 3;

    /// <summary>Weights are fractions: so many to one. Activity has the same scale as feature weights.</summary>
    public const int FeatureScale = 256;
    public const int StateScale = 128;

    /// <summary>Points for the states: so many to one unit of log-likelihood.</summary>
    public const int PointScale = 128;

    /// <summary>Activity beyond this is cut off, so that sums stay within 32 bits.</summary>
    public const int MostActivity = 32;

    /// <summary>The largest weight of a state, in <see cref="StateScale"/>.</summary>
    public const int MostStateWeight = 1023;

    /// <summary>So many hidden units at most, for the same reason.</summary>
    public const int MostUnits = 128;

    // Activity is kept with fewer digits than feature weights.
    const int ActivityShift = 2;
    const int ActivityLimit = (FeatureScale >> ActivityShift) * MostActivity - 1;
    const int PointShift = 6;

    static readonly int States = ZoneStates.Count;

    readonly short[] feature;
    readonly int[] bias;
    readonly int[] state;

    /// <param name="features">Weights of each feature, then of each word bucket, for all units.</param>
    /// <param name="bias">What units have without any feature, in <see cref="FeatureScale"/>.</param>
    /// <param name="states">Weights [view, unit, state] in <see cref="StateScale"/>.</param>
    public ZoneNetwork(short[] features, int[] bias, short[] states)
    {
        Units = bias.Length;
        if (
            Units is 0 or > MostUnits
            || features.Length != FeatureExtractor.Count * Units
            || states.Length != Views * Units * States
            || states.AsSpan().ContainsAnyExceptInRange((short)-MostStateWeight, (short)MostStateWeight)
        )
        {
            throw new ArgumentException("The weights do not fit together.", nameof(features));
        }

        (feature, this.bias) = (features, bias);
        state = Array.ConvertAll(states, weight => (int)weight);
    }

    public int Units { get; }

    /// <exception cref="LexiconException">The file is none of this kind, was cut off, or was made for other states.</exception>
    public static ZoneNetwork Load()
    {
        using var stream = LexiconFile.Open(File);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return ZoneNetworkFile.Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    internal ReadOnlySpan<short> FeatureWeights => feature;
    internal ReadOnlySpan<int> Bias => bias;
    internal ReadOnlySpan<int> StateWeights => state;

    /// <summary>Adds the points of every line for every state to <paramref name="points"/>, [line, state].</summary>
    public void AddPoints(int[][] features, int[] points)
    {
        var activity = Activity(features);
        var sums = RegionSums(activity, features.Length);
        Span<int> region = stackalloc int[Units];
        Span<int> added = stackalloc int[States];
        for (var i = 0; i < features.Length; i++)
        {
            added.Clear();
            for (var view = 0; view <= 2 * Window; view++)
            {
                var line = i + view - Window;
                if (line >= 0 && line < features.Length)
                {
                    AddView(view, activity.AsSpan(line * Units, Units), added);
                }
            }

            MeanOf(sums, Math.Max(0, i - Region), i, region);
            AddView(2 * Window + 1, region, added);
            MeanOf(sums, i + 1, Math.Min(features.Length, i + 1 + Region), region);
            AddView(2 * Window + 2, region, added);
            for (var s = 0; s < States; s++)
            {
                points[i * States + s] += added[s] >> PointShift;
            }
        }
    }

    /// <summary>The points that one feature of a line gives to one state of the line itself, through the units that are active there.</summary>
    public int PointsOf(int feature, int[] features, int state)
    {
        var activity = new int[Units];
        Activate(features, activity);
        var points = 0L;
        for (var unit = 0; unit < Units; unit++)
        {
            points +=
                activity[unit] > 0 ? (long)this.feature[feature * Units + unit] * this.state[(Window * Units + unit) * States + state] : 0;
        }

        return (int)(points >> (ActivityShift + PointShift));
    }

    int[] Activity(int[][] features)
    {
        var activity = new int[features.Length * Units];
        for (var i = 0; i < features.Length; i++)
        {
            Activate(features[i], activity.AsSpan(i * Units, Units));
        }

        return activity;
    }

    void Activate(int[] features, Span<int> activity)
    {
        bias.CopyTo(activity);
        foreach (var one in features)
        {
            AddWidened(feature.AsSpan(one * Units, Units), activity);
        }

        foreach (ref var unit in activity)
        {
            unit = Math.Clamp(unit >> ActivityShift, 0, ActivityLimit);
        }
    }

    static void AddWidened(ReadOnlySpan<short> weights, Span<int> sums)
    {
        var i = 0;
        for (; i <= weights.Length - Vector<short>.Count; i += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(weights[i..]), out var low, out var high);
            (new Vector<int>(sums[i..]) + low).CopyTo(sums[i..]);
            var rest = sums[(i + Vector<int>.Count)..];
            (new Vector<int>(rest) + high).CopyTo(rest);
        }

        for (; i < weights.Length; i++)
        {
            sums[i] += weights[i];
        }
    }

    void AddView(int view, ReadOnlySpan<int> activity, Span<int> points)
    {
        for (var unit = 0; unit < activity.Length; unit++)
        {
            if (activity[unit] != 0)
            {
                AddScaled(activity[unit], state.AsSpan((view * Units + unit) * States, States), points);
            }
        }
    }

    static void AddScaled(int factor, ReadOnlySpan<int> weights, Span<int> sums)
    {
        var i = 0;
        var factors = new Vector<int>(factor);
        for (; i <= weights.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            (new Vector<int>(sums[i..]) + factors * new Vector<int>(weights[i..])).CopyTo(sums[i..]);
        }

        for (; i < weights.Length; i++)
        {
            sums[i] += factor * weights[i];
        }
    }

    // [line, unit]: the activity of all lines before that line, so that a region is one subtraction.
    int[] RegionSums(int[] activity, int count)
    {
        var sums = new int[(count + 1) * Units];
        for (var at = 0; at < activity.Length; at++)
        {
            sums[at + Units] = sums[at] + activity[at];
        }

        return sums;
    }

    // Near the page's edge the missing lines count as silent.
    void MeanOf(int[] sums, int from, int to, Span<int> mean)
    {
        for (var unit = 0; unit < mean.Length; unit++)
        {
            mean[unit] = (sums[to * Units + unit] - sums[from * Units + unit]) / Region;
        }
    }
}

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

        foreach (var value in network.StateWeights)
        {
            writer.Write((short)value);
        }
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
