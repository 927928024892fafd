using NewsApi.Language.Documents;
using NewsApi.Language.Reading;

namespace NewsApi.Evaluation.Rivals;

/// <summary>
/// What a rule that only tells body from boilerplate would give on the same pages, so that the engine's figures have something to stand beside. Body
/// is paragraph, the first line above it is the title, everything else is widget, the commonest role outside the article.
/// </summary>
public static class BodyRule
{
    const int LongLine = 100;

    /// <summary>Lines of 100 characters and more are the body.</summary>
    public static Document LongLines(string text) => Read(text, lines => [.. lines.Select(line => line.Text.Trim().Length >= LongLine)]);

    /// <summary>The text as lines whose body <paramref name="isBody"/> tells.</summary>
    public static Document Read(string text, Func<IReadOnlyList<Line>, bool[]> isBody)
    {
        var page = PageReader.Read(text);
        var lines = page.Lines.Where(line => !line.IsBlank).ToArray();
        var body = isBody(lines);
        var first = Array.IndexOf(body, true);
        var roles = new Dictionary<int, LineRole>();
        for (var i = 0; i < lines.Length; i++)
        {
            roles[lines[i].Number] =
                body[i] ? LineRole.Paragraph
                : i == 0 && first > 0 ? LineRole.Title
                : LineRole.Widget;
        }

        return new Document(
            PageKind.Article,
            "",
            "vi",
            [],
            new Metadata(first > 0 ? Value(page, lines[0]) : null, null, null, null, null, [], null, null, [], [], []),
            [],
            [
                .. page.Lines.Select(line => new LabelledLine(
                    line.Number,
                    page.ToOriginal(line.Span),
                    roles.GetValueOrDefault(line.Number, LineRole.Blank),
                    1
                )),
            ],
            [],
            []
        );
    }

    static TextValue Value(Page page, Line line) => new(line.Text.Trim(), page.ToOriginal(line.Span), line.Number);
}
