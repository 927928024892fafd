using NewsApi.Evaluation.Words;
using NewsApi.Text;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Words;

public sealed class ConlluFileTests
{
    [Fact]
    public void Read_TwoSentences_GivesTheirTextsAndWords()
    {
        var sentences = Read("# newpar\n# text =Hà Nội đẹp.\n1\tHà Nội\t_\n2\tđẹp\t_\n3\t.\t_\n\n# text = Vâng\n1\tVâng\t_\n");

        sentences.Select(sentence => sentence.Text).ShouldBe(["Hà Nội đẹp.", "Vâng"]);
        sentences[0].Words.ShouldBe([new TextSpan(0, 6), new TextSpan(7, 10), new TextSpan(10, 11)]);
        sentences.Select(sentence => sentence.OpensParagraph).ShouldBe([true, false]);
    }

    [Fact]
    public void Read_FormWithOtherBlanksThanTheText_IsFound() =>
        Read("# text = giá 3,5 triệu\n1\tgiá\t_\n2\t3, 5\t_\n3\ttriệu\t_\n")[0].Words[1].ShouldBe(new TextSpan(4, 7));

    [Fact]
    public void Read_NoText_JoinsTheForms() => Read("1\tHà Nội\t_\n2\tđẹp\t_\n")[0].Text.ShouldBe("Hà Nội đẹp");

    [Theory]
    [InlineData("", "no sentences")]
    [InlineData("# text = a b\n1\ta\t_\n2\tc\t_\n", "does not go on with 'c'")]
    [InlineData("# text = a b\n1\ta\t_\n", "words end before its text")]
    [InlineData("1-2\ta\t_\n", "(1)")]
    public void Read_BrokenFile_SaysWhereAndWhy(string content, string reason) =>
        Should.Throw<InputException>(() => Read(content)).Message.ShouldContain(reason);

    static IReadOnlyList<ConlluSentence> Read(string content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.conllu", content.Replace("\t_\n", "\t_\t_\t_\t_\t_\t_\t_\t_\n", StringComparison.Ordinal));
        return ConlluFile.Read(path);
    }
}
