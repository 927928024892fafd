using System.Net;
using NewsApi.Gateway.Tests.OpenApi;

namespace NewsApi.Gateway.Tests.Http;

/// <summary>What answers have in common, whatever they answer.</summary>
public sealed class AnswerTests(ApiDocumentFixture fixture) : IClassFixture<ApiDocumentFixture>
{
    const string NobodysId = "0197f3a0-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("GET", "/v1/articles")]
    [InlineData("HEAD", "/v1/articles")]
    [InlineData("GET", $"/v1/articles/{NobodysId}")]
    [InlineData("PUT", "/v1/articles")]
    [InlineData("POST", "/v1/articles")]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/docs")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/nothing")]
    public async Task AnyAnswer_OfAnyStatus_IsForNoBrowserToGuessAt(string method, string path)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = fixture.Gateway.CreateClient().BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        (await client.SendAsync(request)).Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Json_OfVietnamese_HasLettersAsLetters_AndWhatHtmlCouldTakeForItsOwnEscaped()
    {
        var response = await fixture.Gateway.SubmitAsync("Thuỷ điện Hoà Bình & “Đường” <script>\n\nHội nghị khai mạc.");
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldContain("Thuỷ điện Hoà Bình");
        body.ShouldContain("“Đường”");
        body.ShouldNotContain("<script>");
        (await response.JsonAsync()).GetProperty("title").GetString().ShouldBe("Thuỷ điện Hoà Bình & “Đường” <script>");
    }
}
