using NewsApi.Language.Lexicons;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class ZoneNetworkTests
{
    static readonly int States = ZoneStates.Count;

    public static TheoryData<int, int> Shapes =>
        new()
        {
            { 1, 1 },
            { 3, 2 },
            { 8, 5 },
            { 33, 23 },
            { 64, 40 },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void AddPoints_AnyShape_GivesWhatTheDefinitionSays(int units, int lines)
    {
        var random = new Random(units);
        var network = Random(random, units);
        var features = Features(random, lines);

        PointsOf(network, features).ShouldBe(ByDefinition(network, features));
    }

    [Fact]
    public void AddPoints_PointsThatStandThere_AreAddedTo()
    {
        var network = Random(new Random(1), 4);
        var features = Features(new Random(2), 3);

        PointsOf(network, features, 7).ShouldBe([.. ByDefinition(network, features).Select(value => value + 7)]);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameNetwork()
    {
        var network = Random(new Random(3), 5);
        var features = Features(new Random(4), 6);

        var copy = ZoneNetworkFile.Read(Bytes(network));

        PointsOf(copy, features).ShouldBe(PointsOf(network, features));
    }

    [Fact]
    public void Read_FileThatWasCutOff_SaysSo() =>
        Should
            .Throw<LexiconException>(() => ZoneNetworkFile.Read(Bytes(Random(new Random(5), 2)).AsSpan()[..^1]))
            .Message.ShouldContain("cut off");

    [Fact]
    public void Read_OtherFile_SaysSo() =>
        Should.Throw<LexiconException>(() => ZoneNetworkFile.Read("words and more"u8)).Message.ShouldContain("no model of zones");

    [Fact]
    public void Read_BytesBehindTheEnd_SaysSo() =>
        Should
            .Throw<LexiconException>(() => ZoneNetworkFile.Read([.. Bytes(Random(new Random(6), 2)), 0]))
            .Message.ShouldContain("behind its end");

    [Fact]
    public void New_WeightsThatCouldOverflow_AreRefused()
    {
        var states = new short[ZoneNetwork.Views * States];
        states[3] = ZoneNetwork.MostStateWeight + 1;

        Should.Throw<ArgumentException>(() => new ZoneNetwork(new short[FeatureExtractor.Count], [0], states));
    }

    [Fact]
    public void PointsOf_FeatureOfOneLine_IsWhatItAddsThroughActiveUnits()
    {
        // One unit, one feature of weight 2, one state that likes the unit three times as much.
        var features = new short[FeatureExtractor.Count];
        features[7] = 2 * ZoneNetwork.FeatureScale;
        var states = new short[ZoneNetwork.Views * States];
        states[ZoneNetwork.Window * States + 4] = 3 * ZoneNetwork.StateScale;
        var network = new ZoneNetwork(features, [0], states);

        network.PointsOf(7, [7], 4).ShouldBe(6 * ZoneNetwork.PointScale);
        network.PointsOf(7, [7], 5).ShouldBe(0);
    }

    // [line, state], without what fills the rows up.
    static int[] PointsOf(ZoneNetwork network, int[][] features, int start = 0)
    {
        var points = Enumerable.Repeat(start, features.Length * ZoneStates.RowLength).ToArray();
        network.AddPoints(features, points);
        return [.. points.Chunk(ZoneStates.RowLength).SelectMany(line => line.Take(States))];
    }

    static ZoneNetwork Random(Random random, int units)
    {
        short[] Weights(int count, int most) => [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(-most, most + 1))];

        return new ZoneNetwork(
            Weights(FeatureExtractor.Count * units, 600),
            [.. Weights(units, 100).Select(weight => (int)weight)],
            Weights(ZoneNetwork.Views * units * States, ZoneNetwork.MostStateWeight)
        );
    }

    static int[][] Features(Random random, int lines) =>
        [
            .. Enumerable
                .Range(0, lines)
                .Select(_ => Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(FeatureExtractor.Count)).Distinct().ToArray()),
        ];

    static byte[] Bytes(ZoneNetwork network)
    {
        using var stream = new MemoryStream();
        ZoneNetworkFile.Write(network, stream);
        return stream.ToArray();
    }

    // Word for word what the network is said to do, in the slowest way.
    static int[] ByDefinition(ZoneNetwork network, int[][] features)
    {
        const int activityScale = 64;
        var units = network.Units;
        var activity = features
            .Select(line =>
                Enumerable
                    .Range(0, units)
                    .Select(unit =>
                    {
                        var sum = network.Bias[unit];
                        foreach (var feature in line)
                        {
                            sum += network.FeatureWeights[feature * units + unit];
                        }

                        return Math.Clamp(sum >> 2, 0, activityScale * ZoneNetwork.MostActivity - 1);
                    })
                    .ToArray()
            )
            .ToArray();
        var points = new int[features.Length * States];
        for (var i = 0; i < features.Length; i++)
        {
            for (var state = 0; state < States; state++)
            {
                var sum = 0L;
                for (var view = 0; view < ZoneNetwork.Views; view++)
                {
                    for (var unit = 0; unit < units; unit++)
                    {
                        sum += (long)Seen(activity, i, view, unit) * network.StateWeights[(view * units + unit) * States + state];
                    }
                }

                points[i * States + state] = (int)(sum >> 6);
            }
        }

        return points;
    }

    static int Seen(int[][] activity, int i, int view, int unit)
    {
        int At(int line) => line >= 0 && line < activity.Length ? activity[line][unit] : 0;
        int Mean(int from) => Enumerable.Range(from, ZoneNetwork.Region).Sum(At) / ZoneNetwork.Region;

        return view <= 2 * ZoneNetwork.Window ? At(i + view - ZoneNetwork.Window)
            : view == 2 * ZoneNetwork.Window + 1 ? Mean(i - ZoneNetwork.Region)
            : Mean(i + 1);
    }
}
