using System.Collections.Frozen;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client;

/// <summary>The retry policies of a channel, by method.</summary>
sealed class RetryPolicies
{
    readonly FrozenDictionary<string, RetryPolicy?> _byName;
    readonly int _maxAttempts;
    readonly RetryThrottle? _throttle;

    /// <exception cref="InvalidOperationException">A policy lacks a value, or has one that is not allowed.</exception>
    public RetryPolicies(ServiceConfig config, int? maxAttempts)
    {
        _maxAttempts = maxAttempts ?? int.MaxValue;
        _throttle = config.RetryThrottling is { } throttling ? new RetryThrottle(Checked(throttling)) : null;
        var byName = new Dictionary<string, RetryPolicy?>(StringComparer.Ordinal);
        foreach (var method in config.MethodConfigs)
        {
            var policy = method.RetryPolicy is null ? null : Checked(method.RetryPolicy);
            foreach (var name in method.Names)
            {
                byName[$"{name.Service}/{name.Method}"] = policy;
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>For one call; null where the method's calls are made once.</summary>
    public RetryState? Find(IMethod method)
    {
        if (_byName.Count == 0)
        {
            return null;
        }

        var found =
            _byName.TryGetValue($"{method.ServiceName}/{method.Name}", out var policy)
            || _byName.TryGetValue($"{method.ServiceName}/", out policy)
            || _byName.TryGetValue("/", out policy);
        return found && policy is not null
            ? new RetryState(policy, Math.Min(policy.MaxAttempts.GetValueOrDefault(), _maxAttempts), _throttle)
            : null;
    }

    static RetryPolicy Checked(RetryPolicy policy)
    {
        Demand(policy.MaxAttempts is >= 2, nameof(RetryPolicy.MaxAttempts), "from 2");
        Demand(policy.InitialBackoff > TimeSpan.Zero, nameof(RetryPolicy.InitialBackoff), "above 0");
        Demand(policy.MaxBackoff > TimeSpan.Zero, nameof(RetryPolicy.MaxBackoff), "above 0");
        Demand(policy.BackoffMultiplier > 0, nameof(RetryPolicy.BackoffMultiplier), "above 0");
        Demand(policy.RetryableStatusCodes.Count > 0, nameof(RetryPolicy.RetryableStatusCodes), "at least one code");
        return policy;
    }

    static RetryThrottlingPolicy Checked(RetryThrottlingPolicy policy)
    {
        Demand(policy.MaxTokens is >= 1 and <= 1000, nameof(RetryThrottlingPolicy.MaxTokens), "1 to 1,000");
        Demand(policy.TokenRatio > 0, nameof(RetryThrottlingPolicy.TokenRatio), "above 0");
        return policy;
    }

    static void Demand(bool holds, string name, string allowed)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{name} of the service config: {allowed} is needed.");
        }
    }
}
