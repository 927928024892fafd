using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client;

/// <summary>Whether, and when, a call that failed is made again. One per call; see "A6: gRPC Retry Design" of gRPC's proposals.</summary>
sealed class RetryState(RetryPolicy policy, int maxAttempts, RetryThrottle? throttle)
{
    const string Pushback = "grpc-retry-pushback-ms";

    public const string PreviousAttempts = "grpc-previous-rpc-attempts";

    /// <summary>Attempts that have failed.</summary>
    public int Failed { get; private set; }

    public void Succeeded() => throttle?.Succeeded();

    /// <summary>The wait before the next attempt; null where the call has ended with this status.</summary>
    public TimeSpan? NextWait(Status status, Metadata trailers)
    {
        Failed++;
        if (!policy.RetryableStatusCodes.Contains(status.StatusCode))
        {
            if (status.StatusCode == StatusCode.OK)
            {
                Succeeded();
            }

            return null;
        }

        var pushback = trailers.GetValue(Pushback);
        var milliseconds = -1;
        var forbids =
            pushback is not null
            && (!int.TryParse(pushback, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out milliseconds) || milliseconds < 0);
        var isThrottled = throttle?.Failed() == true;
        if (forbids || isThrottled || Failed >= maxAttempts)
        {
            return null;
        }

        return pushback is null ? Backoff() : TimeSpan.FromMilliseconds(milliseconds);
    }

    /// <summary>Random, so that clients of a server that was away do not come back together.</summary>
    TimeSpan Backoff()
    {
        var longest = policy.InitialBackoff.GetValueOrDefault() * Math.Pow(policy.BackoffMultiplier.GetValueOrDefault(1), Failed - 1);
        var limit = policy.MaxBackoff.GetValueOrDefault();
        return (longest < limit ? longest : limit) * Random.Shared.NextDouble();
    }
}

/// <summary>The tokens of a channel.</summary>
sealed class RetryThrottle(RetryThrottlingPolicy policy)
{
    readonly Lock _gate = new();
    readonly double _max = policy.MaxTokens!.Value;
    double _tokens = policy.MaxTokens!.Value;

    /// <summary>Whether repetitions are stopped now.</summary>
    public bool Failed()
    {
        lock (_gate)
        {
            _tokens = Math.Max(0, _tokens - 1);
            return _tokens <= _max / 2;
        }
    }

    public void Succeeded()
    {
        lock (_gate)
        {
            _tokens = Math.Min(_max, _tokens + policy.TokenRatio!.Value);
        }
    }
}
