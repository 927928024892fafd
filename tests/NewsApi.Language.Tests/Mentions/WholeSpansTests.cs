using NewsApi.Language.Mentions;
using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Tests.Mentions;

public sealed class WholeSpansTests
{
    static readonly SentenceSplitter Splitter = SentenceSplitter.Load();
    static readonly PieceReader Reader = new(SyllableLexicon.Load());
    static readonly NameLexicon Lexicon = NameLexicon.Load();

    [Theory]
    [InlineData("Cục Bến Sậy (BS)", true)]
    [InlineData("Cục Bến Sậy (BS", false)]
    [InlineData("BS) Cục Bến", false)]
    [InlineData("Luật Nhà ở", true)]
    [InlineData("Luật Nhà ở và Luật Đất đai", false)]
    [InlineData("Luật sửa đổi Luật Nhà ở và Luật Đất đai", true)]
    [InlineData("Nhật Bản", true)]
    [InlineData("Nhật Bản Hoshikawa Ryota", false)]
    [InlineData("Việt Nam Sông Hồng", true)]
    [InlineData("Bộ Môi trường Phần Lan", true)]
    [InlineData("Bộ Môi trường Elina Savikko", false)]
    [InlineData("Quỹ Môi trường Elina Savikko", true)]
    public void Candidates_Span_IsOneNameAtMost(string line, bool expected)
    {
        var text = MentionText.Read(line, Splitter, Reader, Lexicon);

        SpanLattice
            .Candidates(text, (_, at) => at == MentionText.First)
            .Contains(new SpanCandidate(MentionText.First, text.End - MentionText.First))
            .ShouldBe(expected);
    }
}
