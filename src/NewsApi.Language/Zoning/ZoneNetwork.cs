using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
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

    /// <summary>Activity beyond this is cut off, so that sums stay within 32 bits, and those of a region within 16.</summary>
    public const int MostActivity = 32;

    /// <summary>The largest weight of a state, in <see cref="StateScale"/>.</summary>
    public const int MostStateWeight = 1023;

    /// <summary>So many hidden units at most, for the same reason.</summary>
    public const int MostUnits = 128;

    // Activity is kept with fewer digits than feature weights.
    const int ActivityShift = 2;
    const int ActivityLimit = (FeatureScale >> ActivityShift) * MostActivity - 1;
    const int PointShift = 6;

    // Region is a power of two, and sums of activity are never negative.
    const int RegionShift = 3;

    static readonly int States = ZoneStates.Count;
    static readonly int StateBlocks = ZoneStates.RowLength / Vector256<int>.Count;

    readonly short[] feature;
    readonly int[] bias;
    readonly short[] state;

    // The same, in rows of whole vectors: all units of a feature; for two units of a view, both weights of a state side by side.
    readonly int rowLength;
    readonly int[] biasRow;
    readonly short[] featureRows;
    readonly short[] statePairs;

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

        (feature, this.bias, state) = (features, bias, states);
        rowLength = (Units + Vector256<short>.Count - 1) / Vector256<short>.Count * Vector256<short>.Count;
        biasRow = new int[rowLength];
        bias.CopyTo(biasRow, 0);
        featureRows = rowLength == Units ? features : InRows();
        statePairs = InPairs();
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
    internal ReadOnlySpan<short> StateWeights => state;

    short[] InRows()
    {
        var rows = new short[FeatureExtractor.Count * rowLength];
        for (var row = 0; row < FeatureExtractor.Count; row++)
        {
            feature.AsSpan(row * Units, Units).CopyTo(rows.AsSpan(row * rowLength));
        }

        return rows;
    }

    // [view, pair of units, state, unit of the pair]
    short[] InPairs()
    {
        var pairs = new short[Views * rowLength * ZoneStates.RowLength];
        for (var at = 0; at < state.Length; at++)
        {
            var (view, unit, to) = (at / (Units * States), at / States % Units, at % States);
            pairs[(view * rowLength + (unit & ~1)) * ZoneStates.RowLength + to * 2 + (unit & 1)] = state[at];
        }

        return pairs;
    }

    /// <summary>Adds the points of every line for every state to <paramref name="points"/>, rows of <see cref="ZoneStates.RowLength"/> states.</summary>
    public void AddPoints(int[][] features, Span<int> points, CancellationToken cancellation = default)
    {
        var activity = Activity(features, cancellation);
        var before = new short[rowLength];
        var behind = new short[rowLength];
        var mean = new short[rowLength];
        Span<Vector256<int>> sums = stackalloc Vector256<int>[StateBlocks];
        for (var line = 1; line <= Region; line++)
        {
            AddRow(RowOf(line), behind);
        }

        for (var i = 0; i < features.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            sums.Clear();
            for (var view = 0; view <= 2 * Window; view++)
            {
                AddView(view, RowOf(i + view - Window), sums);
            }

            MeanOf(before, mean);
            AddView(2 * Window + 1, mean, sums);
            MeanOf(behind, mean);
            AddView(2 * Window + 2, mean, sums);
            var row = MemoryMarshal.Cast<int, Vector256<int>>(points.Slice(i * ZoneStates.RowLength, ZoneStates.RowLength));
            for (var block = 0; block < row.Length; block++)
            {
                row[block] += sums[block] >> PointShift;
            }

            AddRow(RowOf(i), before);
            SubtractRow(RowOf(i - Region), before);
            AddRow(RowOf(i + Region + 1), behind);
            SubtractRow(RowOf(i + 1), behind);
        }

        ReadOnlySpan<short> RowOf(int line) => activity.AsSpan((line + Region) * rowLength, rowLength);
    }

    /// <summary>The points that one feature of a line gives to one state of the line itself, through the units that are active there.</summary>
    public int PointsOf(int feature, int[] features, int state)
    {
        var activity = new short[rowLength];
        Activate(features, activity);
        var points = 0L;
        for (var unit = 0; unit < Units; unit++)
        {
            points +=
                activity[unit] > 0 ? (long)this.feature[feature * Units + unit] * this.state[(Window * Units + unit) * States + state] : 0;
        }

        return (int)(points >> (ActivityShift + PointShift));
    }

    // Near the page's edge the missing lines count as silent: so many rows of zeros stand before the first line and behind the last.
    short[] Activity(int[][] features, CancellationToken cancellation)
    {
        var activity = new short[(features.Length + 2 * Region + 1) * rowLength];
        for (var i = 0; i < features.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Activate(features[i], activity.AsSpan((Region + i) * rowLength, rowLength));
        }

        return activity;
    }

    void Activate(int[] features, Span<short> activity)
    {
        for (var unit = 0; unit < rowLength; unit += Vector256<short>.Count)
        {
            var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
            foreach (var one in features)
            {
                var weights = Vector256.Create(featureRows.AsSpan(one * rowLength + unit, Vector256<short>.Count));
                low += Vector256.WidenLower(weights);
                high += Vector256.WidenUpper(weights);
            }

            var active = Vector256.Narrow(ActivityOf(low, unit), ActivityOf(high, unit + Vector256<int>.Count));
            active.CopyTo(activity[unit..]);
        }
    }

    Vector256<int> ActivityOf(Vector256<int> sum, int unit)
    {
        sum += Vector256.Create(biasRow.AsSpan(unit, Vector256<int>.Count));
        return Vector256.Min(Vector256.Max(sum >> ActivityShift, Vector256<int>.Zero), Vector256.Create(ActivityLimit));
    }

    void AddView(int view, ReadOnlySpan<short> activity, Span<Vector256<int>> sums)
    {
        var pairs = MemoryMarshal.Cast<short, int>(activity);
        var weights = MemoryMarshal.Cast<short, Vector256<short>>(
            statePairs.AsSpan(view * rowLength * ZoneStates.RowLength, rowLength * ZoneStates.RowLength)
        );
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            // Most units are silent on most lines.
            if (pairs[pair] == 0)
            {
                continue;
            }

            var both = Vector256.Create(pairs[pair]).AsInt16();
            var row = weights.Slice(pair * sums.Length, sums.Length);
            for (var block = 0; block < sums.Length; block++)
            {
                sums[block] += SumsOfProducts(both, row[block]);
            }
        }
    }

    // For each state, two units times their weights. Products of 11 and 10 bits: nothing overflows.
    static Vector256<int> SumsOfProducts(Vector256<short> activity, Vector256<short> weights)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(activity, weights);
        }

        var (units, weighted) = (activity.AsInt32(), weights.AsInt32());
        return ((units << 16) >> 16) * ((weighted << 16) >> 16) + (units >> 16) * (weighted >> 16);
    }

    static void AddRow(ReadOnlySpan<short> row, Span<short> sums)
    {
        for (var unit = 0; unit < sums.Length; unit += Vector256<short>.Count)
        {
            (Vector256.Create<short>(sums[unit..]) + Vector256.Create(row[unit..])).CopyTo(sums[unit..]);
        }
    }

    static void SubtractRow(ReadOnlySpan<short> row, Span<short> sums)
    {
        for (var unit = 0; unit < sums.Length; unit += Vector256<short>.Count)
        {
            (Vector256.Create<short>(sums[unit..]) - Vector256.Create(row[unit..])).CopyTo(sums[unit..]);
        }
    }

    static void MeanOf(ReadOnlySpan<short> sums, Span<short> mean)
    {
        for (var unit = 0; unit < sums.Length; unit += Vector256<short>.Count)
        {
            (Vector256.Create(sums[unit..]) >> RegionShift).CopyTo(mean[unit..]);
        }
    }
}
