using NewsApi.Evaluation.Reports;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Reports;

public sealed class ScoreTableTests
{
    [Theory]
    [InlineData(null, "   -  ")]
    [InlineData(1.0, " 100.0")]
    [InlineData(2.0 / 3, "  66.7")]
    [InlineData(1.0 / 16, "   6.2")]
    [InlineData(3.0 / 16, "  18.8")]
    [InlineData(0.0025, "   0.2")]
    public void Percent_Share_HasOneDecimalAndTiesToEven(double? share, string expected) => ScoreTable.Percent(share).ShouldBe(expected);
}
