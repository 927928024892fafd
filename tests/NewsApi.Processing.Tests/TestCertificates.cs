using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsApi.Processing.Tests;

/// <summary>An authority with certificates of its own, as files in PEM in a folder that ends with this object.</summary>
public sealed class TestCertificates : IDisposable
{
    static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    readonly string _folder = Directory.CreateTempSubdirectory("newsapi-tls-").FullName;
    readonly X509Certificate2 _root;

    public TestCertificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
        Authority = Write("authority.pem", _root.ExportCertificatePem());
    }

    public string Authority { get; }

    /// <summary>For 127.0.0.1; servers and clients may have it.</summary>
    public (string Certificate, string Key) Issue(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(_root, Now.AddDays(-1), Now.AddDays(20), RandomNumberGenerator.GetBytes(8));
        return (Write($"{name}.pem", certificate.ExportCertificatePem()), Write($"{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }

    public void Dispose()
    {
        _root.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
