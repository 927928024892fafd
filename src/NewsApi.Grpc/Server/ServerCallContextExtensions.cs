using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

public static class ServerCallContextExtensions
{
    /// <summary>Where a context that did not come from ASP.NET Core may carry one, for tests.</summary>
    const string UserStateKey = "__HttpContext";

    /// <summary>Throws <see cref="InvalidOperationException"/> where the call has none.</summary>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        return serverCallContext switch
        {
            HttpServerCallContext call => call.HttpContext,
            { UserState: var state } when state.TryGetValue(UserStateKey, out var value) && value is HttpContext http => http,
            _ => throw new InvalidOperationException("The call did not come through ASP.NET Core."),
        };
    }
}
