using System.Text.Json;
using NewsApi.Evaluation.Annotations;
using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Text;

namespace NewsApi.Evaluation.Predictions;

/// <summary>
/// Reads paragraphs that are no whole page: what each line is for, and the day of publication, are taken from the gold beside the text, so that
/// mentions and positions are measured alone.
/// </summary>
public sealed class ParagraphReader(DocumentAnnotator annotator)
{
    /// <param name="path">NAME.txt, with NAME.gold.json in the same folder.</param>
    /// <exception cref="InputException">There is no gold, or it names a role that does not exist.</exception>
    public Document Read(string path, string text)
    {
        var gold = AnnotationFile.ReadGold(Path.ChangeExtension(path, null) + AnnotationFile.GoldSuffix);
        var lines = LabelledLines(text, gold, path);
        var content = lines.Where(line => line.Role.IsContent()).Select(line => new ContentLine(line.Number, line.Span.Slice(text)));
        var published = PublishedOf(gold);
        var day = published is { } time ? DateOnly.FromDateTime(time.DateTime) : (DateOnly?)null;
        var found = annotator.Annotate([.. content], day, CancellationToken.None);
        return new Document(
            PageKind.Article,
            "the gold says so",
            "vi",
            [],
            new Metadata(null, null, published, null, null, [], null, null, [], [], []),
            [],
            lines,
            [],
            []
        )
        {
            Mentions = [.. found.Mentions.Select(mention => mention with { Span = InText(mention.Span, lines[mention.Line - 1]) })],
            Positions = [.. found.Positions.Select(position => position with { Span = InText(position.Span, lines[position.Line - 1]) })],
        };
    }

    static TextSpan InText(TextSpan span, LabelledLine line) => new(line.Span.Start + span.Start, line.Span.Start + span.End);

    static List<LabelledLine> LabelledLines(string text, AnnotatedDocument gold, string path)
    {
        var roles = gold.Lines.ToDictionary(line => line.Line ?? 0, line => line.Role ?? "");
        var lines = new List<LabelledLine>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var number = lines.Count + 1;
            var role = LineRole.Blank;
            if (roles.TryGetValue(number, out var name) && !LineRoles.TryParse(name, out role))
            {
                throw new InputException($"{path}: line {number}: no role {name}");
            }
            lines.Add(new LabelledLine(number, new TextSpan(start, start + line.Length), role, 1));
            start += line.Length + 1;
        }
        return lines;
    }

    static DateTimeOffset? PublishedOf(AnnotatedDocument gold) =>
        gold.Metadata["published"] is { Json.ValueKind: JsonValueKind.String } value && value.Json.TryGetDateTimeOffset(out var published)
            ? published
            : null;
}
