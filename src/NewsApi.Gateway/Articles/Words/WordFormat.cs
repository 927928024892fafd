using System.Net.Mime;
using NewsApi.Gateway.Http;

namespace NewsApi.Gateway.Articles.Words;

/// <summary>In which form sentences and their words are given.</summary>
public enum WordFormat
{
    Json,

    /// <summary><see cref="SegmentedText"/>.</summary>
    Text,

    /// <summary><see cref="ConlluText"/>.</summary>
    Conllu,
}

public static class WordFormats
{
    public const string ParameterDescription =
        "The form of the answer, for clients that cannot set an Accept header; goes before it. json is application/json, text is "
        + "text/plain, conllu is text/x-conllu.";

    public const string Description =
        "As text/plain: one sentence a line, its words parted by one blank, white space inside a word written as \"_\" (\"Hà_Nội\"); an "
        + "underscore or a backslash of the page has a backslash before it. As text/x-conllu: CoNLL-U with a paragraph for each line of the "
        + "page; LEMMA is the normal form; UPOS is told of numbers, punctuation and symbols; MISC has Start and End, counted as offsets says, "
        + "Kind=Name for names, and SpaceAfter=No; other columns are \"_\". In both, other white space is written as a blank and a control "
        + "character as U+FFFD, and both always have the words.";

    /// <summary>In the order in which they are preferred.</summary>
    static readonly string[] MediaTypes = [MediaTypeNames.Application.Json, MediaTypeNames.Text.Plain, ConlluText.MediaType];

    public static string MediaType(this WordFormat format) => MediaTypes[(int)format];

    /// <summary>
    /// What the parameter says, else what the Accept header likes best. Says in the response that the answer depends on it, and that a browser
    /// is to take it for nothing else: in texts stand strangers' words.
    /// </summary>
    /// <exception cref="ProblemException">not-acceptable.</exception>
    public static WordFormat Choose(HttpContext context, WordFormat? asked)
    {
        context.Response.Headers.Vary = "Accept";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return asked ?? (WordFormat)Array.IndexOf(MediaTypes, Accepts.Choose(context.Request, MediaTypes));
    }
}
