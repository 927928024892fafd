using NewsApi.Evaluation.Annotations;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Annotations;

public sealed class PythonTextTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("-0", "0")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1.50", "1.5")]
    [InlineData("1e5", "100000.0")]
    [InlineData("1e16", "1e+16")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001234", "1.234e-05")]
    [InlineData("-0.0", "-0.0")]
    public void Number_JsonNumber_HasItsShortestForm(string json, string expected) => PythonText.Number(json).ShouldBe(expected);

    [Theory]
    [InlineData("Hà Nội", "'Hà Nội'")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("it's \"so\"", "'it\\'s \"so\"'")]
    [InlineData("a\u200b\u00ad\n\\", "'a\\u200b\\xad\\n\\\\'")]
    public void Repr_Text_QuotesAndEscapes(string text, string expected) => PythonText.Repr(text).ShouldBe(expected);
}
