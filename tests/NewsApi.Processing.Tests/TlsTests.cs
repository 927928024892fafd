using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace NewsApi.Processing.Tests;

/// <summary>The gRPC port with TLS, and with certificates asked of clients.</summary>
public sealed class TlsTests : IDisposable
{
    readonly TestCertificates _own = new();
    readonly TestCertificates _others = new();

    public void Dispose()
    {
        _own.Dispose();
        _others.Dispose();
    }

    [Fact]
    public async Task ACertificate_IsWhatTheServiceShows()
    {
        var (certificate, key) = _own.Issue("engine");
        await using var process = Start($"--Processing:TlsCertificate={certificate}", $"--Processing:TlsKey={key}");
        var address = await process.NextAddressAsync();
        address.ShouldStartWith("https://");

        using var channel = Open(address, _own.Authority);
        await ProcessingFixture.WaitUntilServingAsync(channel);
        using var stranger = Open(address, _others.Authority);
        (await RefusalAsync(stranger)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task AnAuthorityOfClients_KeepsOthersOut()
    {
        var (certificate, key) = _own.Issue("engine");
        await using var process = Start(
            $"--Processing:TlsCertificate={certificate}",
            $"--Processing:TlsKey={key}",
            $"--Processing:TlsClientAuthority={_own.Authority}"
        );
        var address = await process.NextAddressAsync();

        using var channel = Open(address, _own.Authority, _own.Issue("gateway"));
        await ProcessingFixture.WaitUntilServingAsync(channel);
        using var nameless = Open(address, _own.Authority);
        (await RefusalAsync(nameless)).StatusCode.ShouldBe(StatusCode.Unavailable);
        using var stranger = Open(address, _own.Authority, _others.Issue("gateway"));
        (await RefusalAsync(stranger)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task AFileThatIsNotThere_IsNamed()
    {
        await using var process = Start("--Processing:TlsCertificate=nowhere.pem");
        (await process.ExitCodeAsync()).ShouldBe(1);
        process.Output.ShouldContain("Processing:TlsCertificate: there is no file 'nowhere.pem'.");
    }

    [Fact]
    public async Task AKeyOfAnotherCertificate_IsAFault()
    {
        var (certificate, key) = (_own.Issue("engine").Certificate, _own.Issue("other").Key);
        await using var process = Start($"--Processing:TlsCertificate={certificate}", $"--Processing:TlsKey={key}");
        (await process.ExitCodeAsync()).ShouldBe(1);
        process.Output.ShouldContain("Processing:TlsCertificate, TlsKey, TlsClientAuthority: ");
    }

    [Fact]
    public async Task AnAuthorityWithoutACertificate_IsAFault()
    {
        await using var process = Start($"--Processing:TlsClientAuthority={_own.Authority}");
        (await process.ExitCodeAsync()).ShouldBe(1);
        process.Output.ShouldContain("Processing:TlsCertificate is not set");
    }

    static ProcessingProcess Start(params ReadOnlySpan<string> tls) =>
        ProcessingProcess.Start([.. (ReadOnlySpan<string>)["--port", "0", "--health-port", "0"], .. tls]);

    static GrpcChannel Open(string address, string authority, (string Certificate, string Key)? own = null)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
        if (own is { } files)
        {
            handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPemFile(files.Certificate, files.Key)];
        }

        return GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true });
    }

    static async Task<RpcException> RefusalAsync(GrpcChannel channel)
    {
        var client = new Health.HealthClient(channel);
        return await Should.ThrowAsync<RpcException>(async () =>
            await client.CheckAsync(new HealthCheckRequest(), ProcessingFixture.Soon())
        );
    }
}
