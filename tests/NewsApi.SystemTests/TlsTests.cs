using System.Net;
using NewsApi.Processing.Tests;

namespace NewsApi.SystemTests;

/// <summary>Gateway and processing service apart from each other, each with a certificate that the other asks for.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    readonly Stand _stand = new();
    readonly TestCertificates _certificates = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _stand.DisposeAsync();
        _certificates.Dispose();
    }

    [Fact]
    public async Task WithCertificatesOfOneAuthority_PagesAreRead()
    {
        await using var engine = StartEngine();
        var own = _certificates.Issue("gateway");
        var gateway = await StartGatewayAsync(await engine.NextAddressAsync(), own);

        await Eventually.BeTrueAsync(
            async () => (await gateway.SubmitAsync(1, Pages.Article(1))).State == "ready",
            () => "the page was not read:\n" + gateway.Output
        );
    }

    [Fact]
    public async Task WithACertificateOfAnotherAuthority_PagesWait()
    {
        using var others = new TestCertificates();
        await using var engine = StartEngine();
        var gateway = await StartGatewayAsync(await engine.NextAddressAsync(), others.Issue("gateway"));

        (await gateway.SubmitAsync(1, Pages.Article(1))).Status.ShouldBe(HttpStatusCode.Accepted);
        (await _stand.Database.ArticlesAsync()).ShouldHaveSingleItem().State.ShouldBe("Pending");
    }

    ProcessingProcess StartEngine()
    {
        var (certificate, key) = _certificates.Issue("engine");
        return ProcessingProcess.Start(
            "--port",
            "0",
            "--health-port",
            "0",
            $"--Processing:TlsCertificate={certificate}",
            $"--Processing:TlsKey={key}",
            $"--Processing:TlsClientAuthority={_certificates.Authority}"
        );
    }

    Task<GatewayProcess> StartGatewayAsync(string engine, (string Certificate, string Key) own) =>
        _stand.StartAsync(
            GatewayProcess.Engine,
            ("Processing:Addresses:0", engine),
            ("Processing:TlsAuthority", _certificates.Authority),
            ("Processing:TlsCertificate", own.Certificate),
            ("Processing:TlsKey", own.Key)
        );
}
