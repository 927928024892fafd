using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace NewsApi.Gateway.Http;

/// <summary>
/// Bytes of answers that were made before, by their strong entity tags: a tag differs whenever a byte of its answer does, so that nothing here is ever
/// out of date. The answers that were asked for last are kept, up to Server:AnswerCacheBytes.
/// </summary>
public sealed class AnswerCache(IOptions<ServerOptions> options) : IDisposable
{
    static readonly string MediaType = MediaTypeNames.Application.Json + "; charset=utf-8";

    readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = options.Value.AnswerCacheBytes });

    /// <summary>The answer as JSON, made with <paramref name="make"/> where it is not there.</summary>
    public async Task<IResult> GetAsync<T>(string tag, Func<Task<T>> make)
    {
        if (!_answers.TryGetValue(tag, out byte[]? answer))
        {
            answer = JsonSerializer.SerializeToUtf8Bytes(await make(), Json.Options);
            _answers.Set(tag, answer, new MemoryCacheEntryOptions { Size = answer.Length });
        }
        return TypedResults.Bytes(answer!, MediaType);
    }

    public void Dispose() => _answers.Dispose();
}
