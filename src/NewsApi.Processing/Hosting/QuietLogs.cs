using Microsoft.Extensions.Configuration.Memory;

namespace NewsApi.Processing.Hosting;

/// <summary>ASP.NET Core writes four lines for a call, health checks included; who wants them sets this level.</summary>
static class QuietLogs
{
    /// <summary>To be the first source of all: any other overrides it.</summary>
    public static MemoryConfigurationSource Source => new() { InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning")] };
}
