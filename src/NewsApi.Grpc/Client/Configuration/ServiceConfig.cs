using Grpc.Core;

namespace Grpc.Net.Client.Configuration;

/// <summary>How a channel's calls are repeated and shared out. Read once, when the channel is made.</summary>
public sealed class ServiceConfig
{
    public IList<MethodConfig> MethodConfigs { get; } = [];

    /// <summary>The first that is known counts. Empty: <see cref="PickFirstConfig"/>.</summary>
    public IList<LoadBalancingConfig> LoadBalancingConfigs { get; } = [];

    /// <summary>Null: a server that fails much is asked as often as any.</summary>
    public RetryThrottlingPolicy? RetryThrottling { get; set; }
}

/// <summary>What holds for some methods.</summary>
public sealed class MethodConfig
{
    public IList<MethodName> Names { get; } = [];

    /// <summary>Null: their calls are made once.</summary>
    public RetryPolicy? RetryPolicy { get; set; }
}

/// <summary>A method of a service; all of its methods without <see cref="Method"/>; all methods at all without both. The narrowest holds.</summary>
public sealed class MethodName
{
    public static readonly MethodName Default = new();

    /// <summary>With its package: "newsapi.processing.v1.ProcessingService".</summary>
    public string? Service { get; set; }
    public string? Method { get; set; }
}

/// <summary>
/// A call that ended with one of the codes before any header of a response came is made again, after a random part of a wait that grows. A server may
/// name the wait itself, or forbid the repetition ("grpc-retry-pushback-ms").
/// </summary>
public sealed class RetryPolicy
{
    /// <summary>The first one counts. From 2; no more than <see cref="GrpcChannelOptions.MaxRetryAttempts"/>.</summary>
    public int? MaxAttempts { get; set; }
    public TimeSpan? InitialBackoff { get; set; }
    public TimeSpan? MaxBackoff { get; set; }
    public double? BackoffMultiplier { get; set; }
    public IList<StatusCode> RetryableStatusCodes { get; } = [];
}

/// <summary>Stops repetitions while tokens are at half of their number or below: a failed attempt takes one, a call that worked gives back a part.</summary>
public sealed class RetryThrottlingPolicy
{
    /// <summary>1 to 1,000.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>Above 0.</summary>
    public double? TokenRatio { get; set; }
}

/// <summary>How calls are shared out to the addresses of a channel.</summary>
public class LoadBalancingConfig
{
    internal LoadBalancingConfig(string policyName) => PolicyName = policyName;

    public string PolicyName { get; }
}

/// <summary>All calls go to the first address that can be reached.</summary>
public sealed class PickFirstConfig() : LoadBalancingConfig("pick_first");

/// <summary>Each call goes to the next address that can be reached.</summary>
public sealed class RoundRobinConfig() : LoadBalancingConfig("round_robin");
