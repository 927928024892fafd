using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsApi.SystemTests;

/// <summary>What was answered to one submit.</summary>
sealed record Answer(int Number, HttpStatusCode Status, string Id, string State);

/// <summary>Many pages, several at a time, with something done to the services after some of them.</summary>
static class Submits
{
    const int AtOnce = 8;

    public static async Task<Answer> SubmitAsync(this GatewayProcess gateway, int number, string page, bool respondAsync = false)
    {
        using var response = await gateway.SubmitAsync(page, respondAsync);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.IsSuccessStatusCode.ShouldBeTrue($"{response.StatusCode}: {body}");
        return new Answer(number, response.StatusCode, body.GetProperty("id").GetString()!, body.GetProperty("state").GetString()!);
    }

    /// <summary>
    /// Submits so many pages, the first of them number <paramref name="from"/> + 1, every second one to be answered at once. When <paramref name="killAfter"/>
    /// are answered, calls <paramref name="kill"/>, with the next ones under way.
    /// </summary>
    /// <returns>The submits that were accepted. One that found nobody to talk to is left out; any other failure is thrown.</returns>
    public static async Task<IReadOnlyCollection<Answer>> SubmitManyAsync(
        this GatewayProcess gateway,
        int count,
        int killAfter,
        Func<Task> kill,
        int from = 0
    )
    {
        var accepted = new ConcurrentBag<Answer>();
        var answered = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(from + 1, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) =>
            {
                try
                {
                    accepted.Add(await gateway.SubmitAsync(number, Pages.Article(number), respondAsync: number % 2 == 0));
                }
                catch (HttpRequestException)
                {
                    // Nobody there, or gone before the answer: not accepted.
                    return;
                }

                if (Interlocked.Increment(ref answered) == killAfter)
                    await kill();
            }
        );
        return accepted;
    }
}
