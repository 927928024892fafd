using NewsApi.Language.Lexicons;
using NewsApi.Language.Zoning;

namespace NewsApi.Language.Tests.Zoning;

public sealed class ZoneModelTests
{
    [Fact]
    public void Read_Lines_SetTheWeightsTheyName()
    {
        var model = Read(
            "@start\tbreadcrumb.head=7",
            "@end\tparagraph=-2",
            "@after.title\tlead=5",
            "@after-over-blank.title\tlead=3",
            "length.<=3\twidget.tail=11"
        );

        model.Start[State("breadcrumb.head")].ShouldBe(7);
        model.End[State("paragraph")].ShouldBe(-2);
        model.Transition(State("title"))[State("lead")].ShouldBe(5);
        model.TransitionOverBlank(State("title"))[State("lead")].ShouldBe(3);
        FeatureNames.TryGetNumber("length.<=3", out var feature).ShouldBeTrue();
        model.Emission(feature)[State("widget.tail")].ShouldBe(11);
    }

    [Fact]
    public void ToLines_WhatWasRead_ComesBackSortedWithoutZeros() =>
        Read("length.<=3\twidget.tail=11\tparagraph=0", "@start\tbreadcrumb.head=7")
            .ToLines()
            .ShouldBe(["@start\tbreadcrumb.head=7", "length.<=3\twidget.tail=11"]);

    [Fact]
    public void ToLines_ShippedModel_IsItsFile() =>
        ZoneModel.Load().ToLines().ShouldBe(LexiconFile.Read(ZoneModel.File).Select(entry => string.Join('\t', entry.Fields)));

    [Fact]
    public void New_Model_HoldsTheFixedPointsAndWritesNone()
    {
        var model = new ZoneModel();

        FeatureNames.TryGetNumber("rule.doubled-line", out var rule).ShouldBeTrue();
        model.Emission(rule)[State("paragraph")].ShouldBeLessThan(-10_000);
        model.ToLines().ShouldBeEmpty();
    }

    static ZoneModel Read(params string[] lines) =>
        ZoneModel.Read(lines.Select((line, i) => new LexiconEntry("x.tsv", i + 1, line.Split('\t'))));

    static int State(string name) => ZoneStates.TryParse(name, out var state) ? state : throw new ArgumentException(name, nameof(name));
}
