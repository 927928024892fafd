using NewsApi.Language.Documents;

namespace NewsApi.Language.Zoning;

/// <summary>The body: paragraphs and pull quotes under their headings, in the order of the page.</summary>
static class SectionBuilder
{
    public static IReadOnlyList<Section> Build(ZonedPage page)
    {
        var sections = new List<Section>();
        TextValue? heading = null;
        var blocks = new List<Block>();
        foreach (var line in page.Lines)
        {
            if (line.Role == LineRole.Heading)
            {
                Close(sections, heading, blocks);
                (heading, blocks) = (page.Value(line), []);
            }
            else if (line.Role is LineRole.Paragraph or LineRole.PullQuote)
            {
                blocks.Add(new Block(line.Role == LineRole.Paragraph ? BlockKind.Paragraph : BlockKind.PullQuote, page.Value(line)));
            }
        }

        Close(sections, heading, blocks);
        return sections;
    }

    static void Close(List<Section> sections, TextValue? heading, List<Block> blocks)
    {
        if (heading is not null || blocks.Count > 0)
        {
            sections.Add(new Section(heading, blocks));
        }
    }
}
