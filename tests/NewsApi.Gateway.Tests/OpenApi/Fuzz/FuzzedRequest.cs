using System.Net.Http.Headers;
using System.Text;

namespace NewsApi.Gateway.Tests.OpenApi.Fuzz;

/// <summary>A request that was made up from the OpenAPI document.</summary>
/// <param name="Path">As the document has it: "/v1/articles/{id}".</param>
/// <param name="Uri">With everything filled in.</param>
/// <param name="Body">Null for none.</param>
public sealed record FuzzedRequest(
    string Method,
    string Path,
    string Uri,
    IReadOnlyList<(string Name, string Value)> Headers,
    string? Body,
    string? BodyType
)
{
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Uri);
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            if (BodyType is not null && MediaTypeHeaderValue.TryParse(BodyType, out var type))
                message.Content.Headers.ContentType = type;
        }
        return message;
    }

    public override string ToString() =>
        $"{Method} {Uri}{string.Concat(Headers.Select(header => $"\n  {header.Name}: {header.Value}"))}{(Body is null ? "" : $"\n  {BodyType}\n  {Body}")}";
}
