using System.Collections.Concurrent;
using Grpc.Core;

namespace Grpc.Net.Client.Balancer;

/// <summary>One address of a channel. One that could not be reached is left alone for a while, longer with each time.</summary>
sealed class Backend(Uri address)
{
    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<string, Uri> _methods = new(StringComparer.Ordinal);
    int _failures;
    long _downUntil;

    public bool IsDown => Volatile.Read(ref _failures) > 0 && Environment.TickCount64 < Volatile.Read(ref _downUntil);

    public Uri AddressOf(IMethod method) => _methods.GetOrAdd(method.FullName, static (path, address) => new Uri(address, path), address);

    public void Reached() => Volatile.Write(ref _failures, 0);

    public void NotReached()
    {
        var failures = Interlocked.Increment(ref _failures);
        var wait = FirstWait * Math.Pow(1.6, Math.Min(failures, 20) - 1);
        Volatile.Write(ref _downUntil, Environment.TickCount64 + (long)(wait < LongestWait ? wait : LongestWait).TotalMilliseconds);
    }
}

/// <summary>Gives each call its address: in turn, or the first that can be reached.</summary>
sealed class Backends(IReadOnlyList<Backend> all, bool inTurn)
{
    int _turn = -1;

    public int Count => all.Count;

    /// <summary>One that is not known to be down where there is one, else the next all the same: a call must fail on its own.</summary>
    public Backend Next()
    {
        if (all.Count == 1)
        {
            return all[0];
        }

        var first = inTurn ? (int)((uint)Interlocked.Increment(ref _turn) % (uint)all.Count) : 0;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[(first + i) % all.Count] is { IsDown: false } backend)
            {
                return backend;
            }
        }

        return all[first];
    }
}
