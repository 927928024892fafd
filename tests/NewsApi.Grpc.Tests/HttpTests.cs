using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using NewsApi.Grpc.Tests.Echo;

namespace NewsApi.Grpc.Tests;

/// <summary>Where gRPC meets HTTP that is not gRPC's.</summary>
public sealed class HttpTests
{
    static async Task<RpcException> CallAsync(RequestDelegate answer)
    {
        await using var server = await RawServer.StartAsync(answer);
        return await Should.ThrowAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoRequest()));
    }

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(418, StatusCode.Unknown)]
    [InlineData(500, StatusCode.Unknown)]
    public async Task Client_makes_a_status_of_an_HTTP_error(int status, StatusCode expected)
    {
        var failure = await CallAsync(http =>
        {
            http.Response.ContentType = "text/html";
            http.Response.StatusCode = status;
            return http.Response.WriteAsync("<html>");
        });

        failure.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Client_prefers_the_grpc_status_of_an_HTTP_error()
    {
        var failure = await CallAsync(http =>
        {
            http.Response.StatusCode = 500;
            http.Response.Headers["grpc-status"] = "9";
            return Task.CompletedTask;
        });

        failure.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task Client_does_not_take_a_web_page_for_an_answer()
    {
        var failure = await CallAsync(http =>
        {
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync("<html>");
        });

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
        failure.Status.Detail.ShouldContain("text/html");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("17")]
    [InlineData("-1")]
    [InlineData("OK")]
    public async Task Client_makes_UNKNOWN_of_a_status_that_is_none(string? status)
    {
        var failure = await CallAsync(async http =>
        {
            await http.Response.Body.WriteAsync(RawClient.Frame(new EchoResponse()));
            if (status is not null)
            {
                http.Response.AppendTrailer("grpc-status", status);
            }
        });

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
    }

    [Theory]
    [InlineData("%C4%90%E1%BB%9D", "Đờ")]
    [InlineData("%c4%90", "Đ")]
    [InlineData("100%", "100%")]
    [InlineData("%zz%4", "%zz%4")]
    public async Task Client_decodes_the_message_and_keeps_what_is_no_escape(string sent, string expected)
    {
        var failure = await CallAsync(http =>
        {
            http.Response.Headers["grpc-status"] = "5";
            http.Response.Headers["grpc-message"] = sent;
            return Task.CompletedTask;
        });

        failure.Status.Detail.ShouldBe(expected);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_a_stream_is_UNAVAILABLE()
    {
        await using var server = await RawServer.StartAsync(async http =>
        {
            await http.Response.Body.WriteAsync(RawClient.Frame(new EchoResponse()));
            await http.Response.Body.FlushAsync();
            http.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionLifetimeFeature>()!.Abort();
        });
        using var call = server.Client.ServerStream(new EchoRequest());

        var failure = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext()) { }
        });

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Theory]
    [InlineData("application/grpc", true)]
    [InlineData("application/grpc+proto", true)]
    [InlineData("application/grpc;charset=utf-8", true)]
    [InlineData("application/grpc-web", false)]
    [InlineData("application/json", false)]
    public async Task Server_answers_415_to_what_is_not_gRPC(string contentType, bool isAccepted)
    {
        await using var host = await EchoHost.StartAsync();

        var response = await RawClient.SendAsync(
            new Uri(host.Address, "/newsapi.testing.v1.EchoService/Unary"),
            request =>
            {
                request.Content!.Headers.Remove("content-type");
                request.Content.Headers.TryAddWithoutValidation("content-type", contentType);
            },
            RawClient.Frame(new EchoRequest())
        );

        response.Http.ShouldBe(isAccepted ? HttpStatusCode.OK : HttpStatusCode.UnsupportedMediaType);
        response.Status.ShouldBe(isAccepted ? StatusCode.OK : null);
    }

    [Fact]
    public async Task Server_leaves_other_routes_alone()
    {
        await using var host = await EchoHost.StartAsync();

        var plain = await RawClient.SendAsync(
            new Uri(host.Address, "/plain/a"),
            request =>
            {
                request.Method = HttpMethod.Get;
                request.Content = null;
            }
        );

        System.Text.Encoding.UTF8.GetString(plain.Body).ShouldBe("a");
    }

    [Fact]
    public async Task Server_answers_404_where_neither_a_route_nor_a_service_is()
    {
        await using var host = await EchoHost.StartAsync();

        var response = await RawClient.SendAsync(
            new Uri(host.Address, "/no/where"),
            request => request.Content!.Headers.Remove("content-type"),
            [1]
        );

        response.Http.ShouldBe(HttpStatusCode.NotFound);
    }
}
