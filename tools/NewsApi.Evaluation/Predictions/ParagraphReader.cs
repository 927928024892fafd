using System.Text.Json;
using NewsApi.Evaluation.Annotations;
using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Language.Facts;
using NewsApi.Language.Reading;
using NewsApi.Text;

namespace NewsApi.Evaluation.Predictions;

/// <summary>
/// Reads paragraphs that are no whole page: what each line is for, and the day of publication, are taken from the gold beside the text, so that
/// mentions, positions and facts are measured alone.
/// </summary>
public sealed class ParagraphReader(DocumentAnnotator annotator, FactFinder facts)
{
    /// <param name="path">NAME.txt, with NAME.gold.json in the same folder.</param>
    /// <exception cref="IOException">There is no gold.</exception>
    /// <exception cref="InputException">Gold gives a line two roles or one that does not exist.</exception>
    public Document Read(string path, string text)
    {
        var gold = AnnotationFile.ReadGold(Path.ChangeExtension(path, null) + AnnotationFile.GoldSuffix);
        var page = PageReader.Read(text);
        var roles = RolesOf(gold, path);
        var lines = page.Lines.Select(line => new LabelledLine(line.Number, page.ToOriginal(line.Span), RoleOf(line, roles), 1)).ToList();
        var content = page.Lines.Where(line => RoleOf(line, roles).IsContent()).Select(line => new ContentLine(line.Number, line.Text));
        var published = PublishedOf(gold);
        var day = published is { } time ? DateOnly.FromDateTime(time.DateTime) : (DateOnly?)null;
        var found = annotator.Annotate([.. content], day, CancellationToken.None);
        var stated = facts.Find(
            [
                .. page
                    .Lines.Where(line => RoleOf(line, roles).IsContent())
                    .Select(line => new FactLine(line.Number, RoleOf(line, roles), line.Text)),
            ],
            found,
            day,
            CancellationToken.None
        );
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
            Mentions = [.. found.Mentions.Select(mention => mention with { Span = InOriginal(page, mention.Line, mention.Span) })],
            Positions = [.. found.Positions.Select(position => position with { Span = InOriginal(page, position.Line, position.Span) })],
            Facts = [.. stated.Select(fact => FactFinder.InText(fact, (line, span) => InOriginal(page, line, span)))],
        };
    }

    static TextSpan InOriginal(Page page, int line, TextSpan span)
    {
        var start = page.Lines[line - 1].Content.Start;
        return page.ToOriginal(new TextSpan(start + span.Start, start + span.End));
    }

    static Dictionary<int, LineRole> RolesOf(AnnotatedDocument gold, string path)
    {
        var roles = new Dictionary<int, LineRole>();
        foreach (var line in gold.Lines)
        {
            if (!LineRoles.TryParse(line.Role!, out var role))
            {
                throw new InputException($"{path}: line {line.Line}: no role {line.Role}");
            }
            if (!roles.TryAdd(line.Line!.Value, role))
            {
                throw new InputException($"{path}: line {line.Line}: more than one role");
            }
        }
        return roles;
    }

    static LineRole RoleOf(Line line, Dictionary<int, LineRole> roles) => roles.GetValueOrDefault(line.Number, LineRole.Blank);

    static DateTimeOffset? PublishedOf(AnnotatedDocument gold) =>
        gold.Metadata["published"] is { Json.ValueKind: JsonValueKind.String } value && value.Json.TryGetDateTimeOffset(out var published)
            ? published
            : null;
}
