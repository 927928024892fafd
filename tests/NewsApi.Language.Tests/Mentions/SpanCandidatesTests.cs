using NewsApi.Language.Mentions;

namespace NewsApi.Language.Tests.Mentions;

public sealed class SpanCandidatesTests
{
    [Theory]
    [InlineData("Sáng nay Hà đến", "Hà", true)]
    [InlineData("cả thảy 40 m gỗ", "40", true)]
    [InlineData("vào ngày đẹp", "ngày", true)]
    [InlineData("mất hơn một tuần", "hơn", true)]
    [InlineData("theo ủy ban đó", "ủy", true)]
    [InlineData("bà con chờ đã lâu", "chờ", false)]
    [InlineData("thôi , nghỉ", ",", false)]
    public void CanStartMention_Piece_IsACapitalANumberOrAWordOfNames(string line, string piece, bool expected)
    {
        var text = TestLines.Read(line);

        SpanCandidates.CanStartMention(text, TestLines.Find(text, piece)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("theo giám đốc trạm", "giám", true)]
    [InlineData("một phó chủ nhiệm", "phó", true)]
    [InlineData("ông Trạm trưởng", "Trạm", true)]
    [InlineData("cả thảy 40 m", "40", false)]
    [InlineData("bà con chờ", "chờ", false)]
    public void CanStartPosition_Piece_IsATitleOrACapital(string line, string piece, bool expected)
    {
        var text = TestLines.Read(line);

        SpanCandidates.CanStartPosition(text, TestLines.Find(text, piece)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Hà đến (Bến Sậy) sớm", ")", true)]
    [InlineData("Hà đến (Bến Sậy) sớm", "(", false)]
    [InlineData("Hà đến (Bến Sậy) sớm", "Sậy", true)]
    [InlineData("tăng 25% rồi", "%", true)]
    [InlineData("đủ 300, nghỉ", "300", true)]
    [InlineData("đủ 300, nghỉ", ",", false)]
    [InlineData("Hà đến.", ".", false)]
    [InlineData("phim “Ghe” hay", "”", true)]
    [InlineData("phim “Ghe” hay", "“", false)]
    [InlineData("từ Hà – Huế", "–", false)]
    public void CanEnd_Piece_IsAWordANumberOrAClosingMark(string line, string piece, bool expected)
    {
        var text = TestLines.Read(line);

        SpanCandidates.CanEnd(text, TestLines.Find(text, piece)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Hà; Huế", ";", true)]
    [InlineData("Hà: Huế", ":", true)]
    [InlineData("Hà đến. Huế", ".", true)]
    [InlineData("Hà gửi https://vi.du/a nhé", "https://vi.du/a", true)]
    [InlineData("Hà, Huế", ",", false)]
    [InlineData("Hà (Huế)", "(", false)]
    [InlineData("Hà – Huế", "–", false)]
    public void IsBarrier_Piece_IsAMarkThatNoNameHas(string line, string piece, bool expected)
    {
        var text = TestLines.Read(line);

        SpanCandidates.IsBarrier(text, TestLines.Find(text, piece)).ShouldBe(expected);
    }

    [Fact]
    public void Candidates_Line_AreAllRunsUpToABarrierByStartThenLength() =>
        Candidates("bà Sậy về; Hội Ghe").ShouldBe(["Sậy", "Sậy về", "Hội", "Hội Ghe", "Ghe"]);

    [Fact]
    public void Candidates_LongLine_AreNotLongerThanTheLimit()
    {
        var text = TestLines.Read("Sậy" + string.Concat(Enumerable.Repeat(" xanh", 100)));
        var found = SpanLattice.Candidates(text, SpanCandidates.CanStartMention);

        found.Select(run => run.Length).ShouldBe(Enumerable.Range(1, SpanCandidates.Longest));
    }

    [Fact]
    public void Candidates_NoText_AreNone() => Candidates("").ShouldBeEmpty();

    static List<string> Candidates(string line)
    {
        var text = TestLines.Read(line);
        return
        [
            .. SpanLattice
                .Candidates(text, SpanCandidates.CanStartMention)
                .Select(run => text.SpanOf(run.Start, run.Length).Slice(text.Text)),
        ];
    }
}
