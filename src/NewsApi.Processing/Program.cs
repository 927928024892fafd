using System.Security.Cryptography;
using Grpc.HealthCheck;
using NewsApi.Language;
using NewsApi.Processing;
using NewsApi.Processing.Hosting;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Configuration.Sources.Insert(0, QuietLogs.Source);
builder.Configuration.AddCommandLine(CommandLine.WithoutFlags(args), CommandLine.Names);
if (builder.Configuration.GetSection(ProcessingOptions.Section).Get<ProcessingOptions>() is not { } options)
{
    options = new ProcessingOptions();
}

var isChild = CommandLine.ExitsWithParent(args);
if (options.Faults().ToArray() is { Length: > 0 } faults)
{
    await Console.Error.WriteLineAsync("The processing service cannot start:\n" + string.Join('\n', faults));
    return 1;
}

try
{
    Listening.Configure(builder.WebHost, options, withHealth: !isChild);
}
catch (Exception exception) when (exception is CryptographicException or ArgumentException)
{
    await Console.Error.WriteLineAsync(
        $"The processing service cannot start:\nProcessing:TlsCertificate, TlsKey, TlsClientAuthority: {exception.Message}"
    );
    return 1;
}

builder.Services.AddSingleton(options);
builder.Services.AddSingleton(_ => LanguagePipeline.Load());
builder.Services.AddSingleton<HealthServiceImpl>();
builder.Services.AddSingleton<Analyzer>();
builder.Services.AddSingleton<LinkResponder>();
builder.Services.AddSingleton<ConflictResponder>();
builder.Services.AddSingleton<ProcessingGrpcService>();
builder.Services.AddHostedService<Readiness>();
builder.Services.AddGrpc(grpc =>
    (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (options.MaxMessageBytes, options.MaxMessageBytes)
);
builder.Services.AddGrpcReflection();
if (isChild)
{
    builder.Services.AddHostedService<ParentWatch>();
}

var app = builder.Build();
app.Use(HealthWatch.EndWithTheService);
app.MapGrpcService<ProcessingGrpcService>();
app.MapGrpcService<HealthServiceImpl>();
app.MapGrpcReflectionService();
HealthEndpoints.Map(app);
await app.RunAsync();
return 0;
