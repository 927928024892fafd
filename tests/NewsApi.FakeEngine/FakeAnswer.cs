using NewsApi.Contracts.Processing.V1;

namespace NewsApi.FakeEngine;

/// <summary>What the fake engine reads in a text: the first line that is not blank is the title, every other a paragraph.</summary>
public static class FakeAnswer
{
    public const string PipelineVersion = "fake-1";

    public static AnalyzeResponse To(string text)
    {
        var document = new Document
        {
            Kind = PageKind.Article,
            KindReason = "the fake engine takes every page for an article",
            Language = "vi",
            Metadata = new Metadata(),
        };
        var section = new Section();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var span = new TextSpan { Start = start, End = start + line.Length };
            start += line.Length + 1;
            document.Lines.Add(
                new Line
                {
                    Number = document.Lines.Count + 1,
                    Span = span,
                    Role = Read(line, span, document, section),
                    Score = 1,
                }
            );
        }
        document.Sections.Add(section);
        return new AnalyzeResponse { PipelineVersion = PipelineVersion, Document = document };
    }

    static LineRole Read(string line, TextSpan span, Document document, Section section)
    {
        if (string.IsNullOrWhiteSpace(line))
            return LineRole.Blank;
        var value = new TextValue
        {
            Text = line,
            Span = span,
            Line = document.Lines.Count + 1,
        };
        if (document.Metadata.Title is null)
        {
            document.Metadata.Title = value;
            return LineRole.Title;
        }
        section.Blocks.Add(new Block { Kind = BlockKind.Paragraph, Text = value });
        return LineRole.Paragraph;
    }
}
