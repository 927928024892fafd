using System.Text;
using NewsApi.Evaluation.Annotations;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Annotations;

public sealed class AnnotationFileTests
{
    [Theory]
    [InlineData("{\n \"lines\": [\n}", "gold.json(3,1): broken JSON")]
    [InlineData("{\"lines\": [{\"line\": \"one\"}]}", "$.lines[0].line")]
    [InlineData("{\"lines\": null}", "lines")]
    [InlineData("{\"lines\": [], \"lines\": []}", "Duplicate")]
    [InlineData("null", "the file holds null")]
    [InlineData("{\"metadata\":\n {\"title\": \"\\ud800\"}}", "gold.json(2): a text with half of a surrogate pair")]
    [InlineData("{\"metadata\": {\"authors\": \"A\"}}", "metadata.authors must be a list")]
    [InlineData("{\"metadata\": {\"captions\": [\"A\"]}}", "metadata.captions must be a list of objects")]
    [InlineData("{\"mentions\": [{\"alt\": [[1]]}]}", "mentions[0].alt must be a list of [start, end] pairs")]
    [InlineData("{\"facts\": [{\"args\": []}]}", "facts[0].args must be an object")]
    public void Parse_BrokenFile_NamesTheFileAndThePlace(string json, string message)
    {
        var fault = Should.Throw<InputException>(() => AnnotationFile.Parse(json, "gold.json")).Message;

        fault.ShouldStartWith("gold.json");
        fault.ShouldContain(message);
    }

    [Theory]
    [InlineData("""{"lines": [{"line": 1}]}""", "lines[0] needs a line and a role")]
    [InlineData("""{"mentions": [{"line": 1}]}""", "mentions[0] needs a line and a type")]
    [InlineData("""{"facts": [{"type": "visit"}]}""", "facts[0] needs a type and arguments")]
    public void ReadGold_IncompleteItem_NamesIt(string json, string message)
    {
        using var folder = new TemporaryFolder();

        Should.Throw<InputException>(() => AnnotationFile.ReadGold(folder.Write("a.gold.json", json))).Message.ShouldContain(message);
    }

    [Fact]
    public void ReadText_NotUtf8_NamesTheByte()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["page.txt"], [.. "Hà Nội "u8, 0xE1, 0xBB]);

        Should
            .Throw<InputException>(() => AnnotationFile.ReadText(folder["page.txt"]))
            .Message.ShouldContain("page.txt: not UTF-8 at byte");
    }

    [Fact]
    public void ReadText_ByteOrderMark_IsKept()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["page.txt"], "A", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        AnnotationFile.ReadText(folder["page.txt"]).ShouldBe("\ufeffA");
    }
}
