using System.Globalization;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Tests.Http;

public sealed class ErrorsDocumentTests
{
    static readonly IReadOnlyList<string[]> Rows = MarkdownTable.Rows("errors.md");

    [Fact]
    public void ErrorsDocument_AndTheCodesTable_AreTheSame() =>
        Rows.Select(row => (Type: row[0], Status: row[1], Title: row[2]))
            .ShouldBe(ProblemKind.All.Select(kind => (kind.Type, kind.Status.ToString(CultureInfo.InvariantCulture), kind.Title)));

    [Fact]
    public void ErrorsDocument_OfEveryKind_SaysWhenItComes() => Rows.ShouldAllBe(row => row.Length == 4 && row[3].Length > 10);
}
