namespace NewsApi.Text.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void Default_IsEmptyAtTheStart()
    {
        default(TextSpan).ShouldBe(new TextSpan(0, 0));
        default(TextSpan).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Slice_LeavesOutTheEnd()
    {
        var span = new TextSpan(1, 3);
        span.Length.ShouldBe(2);
        span.Slice("Đường").ShouldBe("ườ");
        span.Of("Đường").ToString().ShouldBe("ườ");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Contains_APosition_FromStartToBeforeEnd(int position, bool expected) =>
        new TextSpan(2, 5).Contains(position).ShouldBe(expected);

    [Theory]
    [InlineData(2, 5, true)]
    [InlineData(3, 4, true)]
    [InlineData(5, 5, true)]
    [InlineData(1, 3, false)]
    [InlineData(4, 6, false)]
    public void Contains_ASpan_WhereItIsInside(int start, int end, bool expected) =>
        new TextSpan(2, 5).Contains(new TextSpan(start, end)).ShouldBe(expected);

    [Theory]
    [InlineData(0, 2, false)]
    [InlineData(0, 3, true)]
    [InlineData(4, 9, true)]
    [InlineData(5, 9, false)]
    public void Overlaps_SpansThatTouch_DoNot(int start, int end, bool expected)
    {
        var span = new TextSpan(2, 5);
        var other = new TextSpan(start, end);
        span.Overlaps(other).ShouldBe(expected);
        other.Overlaps(span).ShouldBe(expected);
    }

    [Fact]
    public void Order_IsByStartThenByEnd()
    {
        TextSpan[] sorted = [new(0, 9), new(1, 2), new(1, 3), new(2, 2)];
        sorted.Reverse().Order().ShouldBe(sorted);
        (sorted[1] < sorted[2]).ShouldBeTrue();
        (sorted[2] > sorted[1]).ShouldBeTrue();
        (sorted[1] <= new TextSpan(1, 2)).ShouldBeTrue();
        (sorted[1] >= new TextSpan(1, 2)).ShouldBeTrue();
    }
}
