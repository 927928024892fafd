using System.Reflection;
using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.Settings;

namespace NewsApi.Gateway.Articles;

/// <summary>What a client says about a page, beside its text. All of it is optional.</summary>
/// <param name="Url">Where the client found the page: absolute, http or https. Never fetched.</param>
/// <param name="Source">The client's name for where pages come from ("vnexpress").</param>
/// <param name="ExternalId">The client's own id of the page, unique within its source.</param>
public sealed record PageClaims(string? Url, string? Source, DateTimeOffset? PublishedAt, string? ExternalId)
{
    public static readonly PageClaims None = new(null, null, null, null);
}

/// <summary>
/// A page in the body of a request: text/plain (UTF-8, or UTF-16 where the charset says so) or the JSON of <see cref="PageBody"/>. An
/// endpoint that takes it as a parameter gets one that keeps every limit, has text in it, and has no unpaired surrogate.
/// </summary>
public sealed record SubmittedPage(SubmittedText Content, PageClaims Claims)
    : IBindableFromHttpContext<SubmittedPage>,
        IEndpointParameterMetadataProvider
{
    public static async ValueTask<SubmittedPage?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value;
        var type = PageMediaType.Of(context.Request.ContentType);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var page = type.IsJson ? PageBody.Read(body.ToArray()) : new SubmittedPage(Decode(body.ToArray(), type.Charset), PageClaims.None);
        Check(page.Content.Text, limits);
        return page;
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        var limits = builder.ApplicationServices.GetRequiredService<IOptions<LimitOptions>>().Value;
        builder.Metadata.Add(new RequestSizeLimitAttribute(limits.BodyBytes));
        builder.Metadata.Add(new PageBodyMetadata());
    }

    static SubmittedText Decode(byte[] bytes, string charset)
    {
        try
        {
            return SubmittedText.Decode(bytes, charset);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ProblemException(
                ProblemKind.UnreadableText,
                $"The body is not {charset}: the byte at {exception.Index} cannot be read."
            );
        }
    }

    static void Check(string text, LimitOptions limits)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new ProblemException(ProblemKind.EmptyText, "The text is empty or has nothing but white space.");
        if (Encoding.UTF8.GetByteCount(text) > limits.TextBytes)
            throw new ProblemException(ProblemKind.TextTooLarge, $"A text may have at most {limits.TextBytes} bytes of UTF-8.");
        if (CountLines(text) > limits.Lines)
            throw new ProblemException(ProblemKind.TooManyLines, $"A text may have at most {limits.Lines} lines.");
    }

    /// <summary>Lines end in CR LF, LF or CR; the last one has no end.</summary>
    static int CountLines(string text)
    {
        var lines = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                lines++;
        }
        return lines;
    }
}

/// <summary>The media types a page may come in.</summary>
readonly record struct PageMediaType(bool IsJson, string Charset)
{
    /// <exception cref="ProblemException">unsupported-media-type, also where none is given: a guess could read a page wrongly.</exception>
    public static PageMediaType Of(string? contentType)
    {
        var type = MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? parsed : null;
        var charset = HeaderUtilities.RemoveQuotes(type?.Charset ?? default).Value?.ToLowerInvariant() ?? "utf-8";
        return type?.MediaType.Value?.ToLowerInvariant() switch
        {
            "text/plain" when SubmittedText.Charsets.Contains(charset) => new(IsJson: false, charset),
            "application/json" when charset == "utf-8" => new(IsJson: true, charset),
            "text/html" or "application/xhtml+xml" => throw new ProblemException(ProblemKind.UnsupportedMediaType, PageBody.NoHtml),
            _ => throw new ProblemException(
                ProblemKind.UnsupportedMediaType,
                $"A page is taken as text/plain (charset {string.Join(", ", SubmittedText.Charsets)}) or as application/json (utf-8)."
            ),
        };
    }
}

/// <summary>Marks an endpoint whose body is a page, for the OpenAPI document.</summary>
public sealed record PageBodyMetadata;

/// <summary>A page as JSON.</summary>
public sealed record PageBody
{
    /// <summary>The page as text, lines as they were crawled.</summary>
    public string? Text { get; init; }

    /// <summary>Where the page was found: absolute, http or https, at most 2,048 characters. It is never fetched.</summary>
    public string? Url { get; init; }

    /// <summary>Your name for where pages come from, at most 200 characters.</summary>
    public string? Source { get; init; }

    /// <summary>When the page was published, RFC 3339 with offset. It goes before what the page says itself.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>Your own id of the page, at most 200 characters, unique within its source.</summary>
    public string? ExternalId { get; init; }

    /// <exception cref="ProblemException">malformed-body, unknown-field, invalid-field.</exception>
    public static SubmittedPage Read(ReadOnlySpan<byte> json)
    {
        var body = ReadStrictly(json);
        var result = new Validator().Validate(body);
        if (!result.IsValid)
        {
            var errors = result.Errors.Select(error => new ProblemError(error.ErrorMessage, Pointer: error.PropertyName));
            throw new ProblemException(
                new Problem(ProblemKind.InvalidField, "Fields of the body have values that are not allowed.") { Errors = [.. errors] }
            );
        }
        DateTimeOffset? publishedAt = body.PublishedAt is { } text && Rfc3339.TryParseInstant(text, out var instant) ? instant : null;
        return new(SubmittedText.FromJson(body.Text!), new PageClaims(body.Url, body.Source, publishedAt, body.ExternalId));
    }

    public const string NoHtml = "HTML is not taken yet: send the page as text.";

    /// <summary>The field "html" is one that callers may well expect, and no misspelling of another.</summary>
    static PageBody ReadStrictly(ReadOnlySpan<byte> json)
    {
        try
        {
            return StrictJson.Read<PageBody>(json);
        }
        catch (ProblemException exception) when (exception.Problem.Errors.Any(error => error.Pointer == "#/html"))
        {
            throw new ProblemException(exception.Problem with { Detail = NoHtml });
        }
    }

    sealed class Validator : AbstractValidator<PageBody>
    {
        const int LongestName = 200;

        public Validator()
        {
            RuleFor(page => page.Text).NotNull().WithMessage("The field is required.").OverridePropertyName("#/text");
            RuleFor(page => page.Url)
                .Must(url => url is null || CanonicalUrl.TryCreate(url, out _))
                .WithMessage(
                    $"The value must be an absolute http or https URL of at most {CanonicalUrl.MaxLength} characters, without a user name."
                )
                .OverridePropertyName("#/url");
            RuleFor(page => page.PublishedAt)
                .Must(time => time is null || Rfc3339.TryParseInstant(time, out _))
                .WithMessage("The value must be a time of RFC 3339 with its offset, such as 2026-02-07T14:00:00+07:00.")
                .OverridePropertyName("#/publishedAt");
            RuleFor(page => page.Source).Must(IsName).WithMessage(NameRule).OverridePropertyName("#/source");
            RuleFor(page => page.ExternalId).Must(IsName).WithMessage(NameRule).OverridePropertyName("#/externalId");
        }

        static readonly string NameRule = $"The value must have 1 to {LongestName} characters, none of them a control character.";

        static bool IsName(string? name) =>
            name is null || (name.Length is > 0 and <= LongestName && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl));
    }
}
