using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsApi.Contracts.Processing.V1;

namespace NewsApi.Gateway.Articles.Words;

/// <summary>Writes words in the formats that are not JSON.</summary>
public static class WordAnswer
{
    /// <param name="format">Text or Conllu.</param>
    public static ContentHttpResult Of(WordFormat format, WordSource source, Document document, string text, OffsetUnit unit)
    {
        var written = format switch
        {
            WordFormat.Text => SegmentedText.Of(document.Sentences, text),
            WordFormat.Conllu => ConlluText.Of(source, document.Sentences, text, new OffsetConverter(text, unit)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
        return TypedResults.Text(written, format.MediaType(), Encoding.UTF8);
    }
}
