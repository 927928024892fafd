using NewsApi.Language.Documents;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class ZoneDecoderTests
{
    const int A = 0;
    const int B = 1;
    static readonly int States = ZoneStates.Count;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Fact]
    public void Decode_NoLine_GivesNone() => new ZoneDecoder(new ZoneModel()).Decode([], []).States.ShouldBeEmpty();

    [Fact]
    public void Decode_TwoLines_TakesTheBestReadingOfBoth()
    {
        var model = new ZoneModel();
        model.Emission(A)[State("paragraph")] = 5;
        model.Emission(A)[State("related_item.tail")] = 6;
        model.Emission(B)[State("related_item.tail")] = 10;
        model.Transition(State("paragraph"))[State("related_item.tail")] = 3;

        // The tail needs content before it, so the first line is no item though that pays more.
        var reading = Decode(model, [A], [B]);

        Roles(reading).ShouldBe([LineRole.Paragraph, LineRole.RelatedItem]);
        reading.States.ShouldBe([State("paragraph"), State("related_item.tail")]);
    }

    [Fact]
    public void Decode_Margins_ArePointsLostWhenTheLineHasAnotherRole()
    {
        var model = new ZoneModel();
        model.Emission(A)[State("paragraph")] = 9;
        model.Emission(A)[State("heading")] = 4;
        model.End[State("paragraph")] = 2;
        model.End[State("heading")] = 1;

        var reading = Decode(model, [A]);

        (reading.States[0], reading.RunnersUp[0], reading.Margins[0]).ShouldBe((State("paragraph"), State("heading"), 6));
    }

    [Fact]
    public void Decode_SameRoleInAnotherPart_IsNoRunnerUp()
    {
        var model = new ZoneModel();
        model.Emission(A)[State("widget.head")] = 9;
        model.Emission(A)[State("footer.head")] = 2;

        ZoneStates.Role(Decode(model, [A]).RunnersUp[0]).ShouldNotBe(LineRole.Widget);
    }

    [Fact]
    public void Decode_BlankLinesBetween_AddTheirPoints()
    {
        var model = new ZoneModel();
        model.Emission(A)[State("paragraph")] = 5;
        model.Transition(State("paragraph"))[State("paragraph")] = 1;
        model.TransitionOverBlank(State("paragraph"))[State("heading")] = 9;
        model.Emission(B)[State("paragraph")] = 3;
        var decoder = new ZoneDecoder(model);

        Roles(
                decoder.Decode(
                    [
                        [A],
                        [B],
                    ],
                    [0, 0]
                )
            )
            .ShouldBe([LineRole.Paragraph, LineRole.Paragraph]);
        Roles(
                decoder.Decode(
                    [
                        [A],
                        [B],
                    ],
                    [0, 2]
                )
            )
            .ShouldBe([LineRole.Paragraph, LineRole.Heading]);
    }

    [Fact]
    public void Decode_TwoLinesThatLookLikeHeadlines_HasOneTitleAndItComesFirst()
    {
        var model = new ZoneModel();
        model.Emission(A)[State("title")] = 50;
        model.Emission(B)[State("paragraph")] = 60;

        Roles(Decode(model, [A], [A], [B])).Count(role => role == LineRole.Title).ShouldBe(1);
        Roles(Decode(model, [B], [A])).ShouldNotContain(LineRole.Title);
    }

    [Fact]
    public void Decode_WithoutContent_HasNoLineOfAnArticle()
    {
        var model = new ZoneModel();
        model.Emission(A)[State("paragraph")] = 1_000;
        model.Emission(A)[State("related_item.head")] = 1;

        Roles(
                new ZoneDecoder(model).Decode(
                    [
                        [A],
                        [A],
                    ],
                    [0, 0],
                    withoutContent: true
                )
            )
            .ShouldBe([LineRole.RelatedItem, LineRole.RelatedItem]);
    }

    [Fact]
    public void Decode_FixedPoints_OutweighWhatWasLearned()
    {
        var model = new ZoneModel();
        model.Emission(A)[State("paragraph")] = 9_000;
        FeatureNames.TryGetNumber("rule.doubled-line", out var doubled).ShouldBeTrue();

        Roles(Decode(model, [A])).ShouldBe([LineRole.Paragraph]);
        Roles(Decode(model, [A, doubled])).ShouldNotContain(LineRole.Paragraph);
    }

    [Fact]
    public void Decode_LongPage_StaysWithinWholeNumbers()
    {
        FeatureNames.TryGetNumber("rule.doubled-line", out var doubled).ShouldBeTrue();
        var reading = new ZoneDecoder(new ZoneModel()).Decode([.. Enumerable.Repeat(new[] { doubled }, 20_000)], new int[20_000]);

        reading.Margins.ShouldAllBe(margin => margin >= 0);
    }

    /// <summary>Against the plainest way to say it: try all readings of three lines.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Decode_AnyWeights_AgreesWithTryingAllReadings(int seed)
    {
        var random = new Random(seed);
        var model = RandomModel(random);
        int[][] features =
        [
            [A],
            [A, B],
            [B],
        ];
        int[] blanks = [0, random.Next(2), random.Next(2)];

        var reading = new ZoneDecoder(model).Decode(features, blanks);

        var (best, bestWithout) = TryAll(model, features, blanks, reading);
        Points(model, features, blanks, reading.States).ShouldBe(best);
        reading.Margins.ShouldBe(bestWithout.Select(points => best - points));
    }

    static (int Best, int[] BestWithout) TryAll(ZoneModel model, int[][] features, int[] blanks, ZoneReading reading)
    {
        var best = int.MinValue;
        int[] without = [int.MinValue, int.MinValue, int.MinValue];
        for (var first = 0; first < States; first++)
        {
            for (var second = 0; second < States; second++)
            {
                for (var third = 0; third < States; third++)
                {
                    int[] states = [first, second, third];
                    if (!IsPossible(states))
                    {
                        continue;
                    }

                    var points = Points(model, features, blanks, states);
                    best = Math.Max(best, points);
                    for (var i = 0; i < states.Length; i++)
                    {
                        without[i] = ZoneStates.Role(states[i]) == reading.Role(i) ? without[i] : Math.Max(without[i], points);
                    }
                }
            }
        }

        return (best, without);
    }

    static bool IsPossible(int[] states) =>
        ZoneStates.CanStart(states[0])
        && ZoneStates.CanFollow(states[0], states[1])
        && ZoneStates.CanFollow(states[1], states[2])
        && ZoneStates.CanEnd(states[2]);

    static int Points(ZoneModel model, int[][] features, int[] blanks, int[] states)
    {
        var points = model.Start[states[0]] + model.End[states[^1]];
        for (var i = 0; i < states.Length; i++)
        {
            points += features[i].Sum(feature => model.Emission(feature)[states[i]]);
            points += i == 0 ? 0 : model.Transition(states[i - 1])[states[i]];
            points += i == 0 || blanks[i] == 0 ? 0 : model.TransitionOverBlank(states[i - 1])[states[i]];
        }

        return points;
    }

    static ZoneModel RandomModel(Random random)
    {
        var model = new ZoneModel();
        Fill(model.Emission(A), random);
        Fill(model.Emission(B), random);
        Fill(model.Start, random);
        Fill(model.End, random);
        for (var from = 0; from < States; from++)
        {
            Fill(model.Transition(from), random);
            Fill(model.TransitionOverBlank(from), random);
        }

        return model;
    }

    static void Fill(Span<int> weights, Random random)
    {
        foreach (ref var weight in weights)
        {
            weight = random.Next(-50, 51);
        }
    }

    static ZoneReading Decode(ZoneModel model, params int[][] features) =>
        new ZoneDecoder(model).Decode(features, new int[features.Length]);

    static LineRole[] Roles(ZoneReading reading) => [.. Enumerable.Range(0, reading.States.Length).Select(reading.Role)];

    static int State(string name) => ZoneStates.TryParse(name, out var state) ? state : throw new ArgumentException(name, nameof(name));
}
