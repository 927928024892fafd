using System.Text;

namespace NewsApi.Gateway.Articles;

/// <summary>
/// An article to be read, as plain text in NFC: headline, lead, then each section with its heading and paragraphs, then the captions.
/// A blank line stands between them, and a line feed at the end.
/// </summary>
public static class ReadingText
{
    public static string Of(ArticleResource article)
    {
        var text = new StringBuilder();
        foreach (var paragraph in Paragraphs(article))
            text.Append(text.Length > 0 ? "\n" : "").Append(paragraph).Append('\n');
        return text.ToString();
    }

    static IEnumerable<string> Paragraphs(ArticleResource article)
    {
        if (article.Title is { } title)
            yield return title;
        if (article.Lead is { } lead)
            yield return lead;
        foreach (var section in article.Sections ?? [])
        {
            if (section.Heading is { } heading)
                yield return heading.Text;
            foreach (var block in section.Blocks)
                yield return block.Text;
        }
        foreach (var caption in article.Captions ?? [])
            yield return caption.Credit is { } credit ? $"{caption.Text} ({credit.Text})" : caption.Text;
    }
}
