using System.Net;
using NewsApi.Contracts.Processing.V1;
using NewsApi.FakeEngine;
using NewsApi.Gateway.Tests.Articles;

namespace NewsApi.Gateway.Tests.Facts;

/// <summary>Each line of a page is a fact: "meeting stated participants=Lê Sáu;participants=Trần Bảy;time=2026-03-02".</summary>
public abstract class FactPageTests() : ReadingTests(("Intake:MaxPause", "00:00:00.2"), ("Intake:MaxSleep", "00:00:00.2"))
{
    protected static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    protected async Task<Guid> EntityAsync(string name) =>
        (await GetJsonAsync("/v1/entities?q=" + Uri.EscapeDataString(name))).GetProperty("entities")[0].GetProperty("id").GetGuid();

    protected async Task<Guid> SubmitFactsAsync(DateTimeOffset published, params string[] lines)
    {
        Engine.Analyze = (request, _) => Task.FromResult(WithFacts(request.Text));
        var time = published.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var response = await Gateway.SubmitAsync(string.Join('\n', lines), ("publishedAt", time));
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.IdAsync();
    }

    protected static AnalyzeResponse WithFacts(string text)
    {
        var answer = FakeAnswer.To(text);
        foreach (var line in answer.Document.Lines)
        {
            var parts = text[line.Span.Start..line.Span.End].Split(' ', 3);
            if (parts.Length == 3)
                answer.Document.Facts.Add(FactOf(parts, line, answer.Document));
        }
        return answer;
    }

    static Fact FactOf(string[] parts, Line line, Document document)
    {
        var fact = new Fact
        {
            Type = Enum.Parse<FactType>(parts[0], ignoreCase: true),
            Modality = Enum.Parse<Modality>(parts[1], ignoreCase: true),
            Confidence = 0.75,
            Extractor = parts[0],
            Pattern = "test",
            Evidence =
            {
                new FactEvidence
                {
                    Line = line.Number,
                    Sentence = line.Span,
                    Span = line.Span,
                },
            },
        };
        foreach (var argument in parts[2].Split(';'))
        {
            var (name, value) = (argument.Split('=')[0], argument.Split('=')[1]);
            fact.Arguments.Add(new FactArgument { Name = name, Value = value });
            if (name is "person" or "participants" or "speaker" or "organization")
                document.Mentions.Add(
                    new Mention
                    {
                        Span = line.Span,
                        Line = line.Number,
                        Type = name == "organization" ? EntityType.Organization : EntityType.Person,
                        Text = value,
                        Entity = value,
                    }
                );
        }
        return fact;
    }
}
