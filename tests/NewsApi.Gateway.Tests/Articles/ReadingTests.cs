using System.Net;
using System.Text.Json;
using Grpc.Core;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Tests.Articles;

/// <summary>A gateway with an engine that reads sentences, words and reasons too, and what the tests of reading ask of both.</summary>
public abstract class ReadingTests(params (string Key, string Value)[] settings) : IAsyncLifetime
{
    protected const string Page = "Hoà bình\n\nHội nghị khai mạc.";
    protected const string NobodysId = "0197f3a0-0000-7000-8000-000000000000";

    protected ProgrammableEngine Engine { get; private set; } = null!;

    private protected TestGateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Engine = await ProgrammableEngine.StartNewAsync();
        Engine.Analyze = (request, _) => Task.FromResult(WithParts(request));
        Gateway = new TestGateway(Engine.Address, null, [("Intake:MaxAttempts", "1"), ("Processing:Deadline", "00:00:02"), .. settings]);
        Gateway.StartServer();
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Engine.DisposeAsync();
    }

    /// <summary>Every line that is not blank is a sentence, and what stands between blanks a token.</summary>
    protected static AnalyzeResponse WithParts(AnalyzeRequest request)
    {
        var answer = FakeAnswer.To(request.Text);
        foreach (var line in answer.Document.Lines.Where(line => line.Role != LineRole.Blank))
        {
            if (request.Features.Contains(Feature.Explanations))
                answer.Document.Explanations.Add(
                    new LineExplanation
                    {
                        Line = line.Number,
                        Role = line.Role,
                        RunnerUp = LineRole.CaptionMarker,
                        Margin = 7,
                        Features =
                        {
                            new FeatureWeight
                            {
                                Name = "ends_in_full_stop",
                                RolePoints = 9,
                                RunnerUpPoints = 2,
                            },
                        },
                    }
                );
            var sentence = new Sentence { Span = line.Span, Line = line.Number };
            if (request.Features.Contains(Feature.Tokens))
                sentence.Tokens.AddRange(Tokens(request.Text, line.Span));
            answer.Document.Sentences.Add(sentence);
        }
        return answer;
    }

    static IEnumerable<Token> Tokens(string text, TextSpan line)
    {
        var start = line.Start;
        foreach (var word in text[line.Start..line.End].Split(' '))
        {
            yield return new Token
            {
                Span = new TextSpan { Start = start, End = start + word.Length },
                Kind = TokenKind.Word,
                Syllables = 1,
            };
            start += word.Length + 1;
        }
    }

    private protected async Task<Guid> SubmitAsync(string text, params (string Name, string Value)[] claims) =>
        await (await Gateway.SubmitAsync(text, claims)).IdAsync();

    /// <summary>An article whose analysis is still to come: the engine is away from here on.</summary>
    protected async Task<Guid> SubmitPendingAsync(string text)
    {
        await Engine.StopAsync();
        return await SubmitAsync(text);
    }

    protected async Task<Guid> SubmitFailingAsync(string text)
    {
        Engine.Analyze = (_, _) => throw new RpcException(new Status(StatusCode.Internal, ""));
        var id = await SubmitAsync(text);
        Engine.Analyze = (request, _) => Task.FromResult(WithParts(request));
        return id;
    }

    protected async Task<HttpResponseMessage> GetAsync(string path, string? accept = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await Gateway.CreateClient().SendAsync(request);
    }

    protected async Task<JsonElement> GetJsonAsync(string path)
    {
        var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    /// <returns>The problem, for what else it says.</returns>
    protected static async Task<JsonElement> ShouldBeProblemAsync(
        HttpResponseMessage response,
        HttpStatusCode status,
        string kind,
        string? parameter = null
    )
    {
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.JsonAsync();
        problem.GetProperty("type").GetString().ShouldBe("urn:newsapi:problem:" + kind);
        if (parameter is not null)
            problem.GetProperty("errors").EnumerateArray().ShouldContain(error => error.GetProperty("parameter").GetString() == parameter);
        return problem;
    }

    /// <summary>Puts rows into the store that no page was submitted for.</summary>
    private protected Task KeepAsync(params ArticleRow[] rows) =>
        Gateway.Store.WriteAsync(
            db =>
            {
                db.Articles.AddRange(rows);
                return Task.FromResult(rows.Length);
            },
            CancellationToken.None
        );
}
