using NewsApi.Gateway.Http;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Settings;

var builder = WebApplication.CreateBuilder(args);
builder.AddServer();
builder.Services.AddGatewaySettings().AddPersistence().AddRequests();

var app = builder.Build();
if (GatewaySettings.Faults(app.Configuration, app.Services) is { Count: > 0 } faults)
{
    await Console.Error.WriteLineAsync("The gateway does not start, because of its settings:\n" + string.Join('\n', faults));
    return 1;
}

app.UseServer();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the gateway.</summary>
public partial class Program;
