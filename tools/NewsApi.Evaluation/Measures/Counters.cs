namespace NewsApi.Evaluation.Measures;

/// <summary>Right ones, false alarms and misses, and the ratios over them: 0 to 1, null where there is nothing to divide by.</summary>
public sealed class RetrievalCounter
{
    public int TruePositives { get; private set; }
    public int FalsePositives { get; private set; }
    public int FalseNegatives { get; private set; }

    /// <summary>How many gold has.</summary>
    public int Gold => TruePositives + FalseNegatives;

    public double? Precision => Ratio.Of(TruePositives, TruePositives + FalsePositives);
    public double? Recall => Ratio.Of(TruePositives, TruePositives + FalseNegatives);
    public double? F1 => Ratio.Of(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    public void Add(Tally tally)
    {
        TruePositives += tally.Right;
        FalsePositives += tally.Extra;
        FalseNegatives += tally.Missed;
    }

    public void Hit() => TruePositives++;

    public void Miss() => FalseNegatives++;

    public void FalseAlarm() => FalsePositives++;

    public void HitOrMiss(bool hit)
    {
        if (hit)
        {
            Hit();
        }
        else
        {
            Miss();
        }
    }
}

/// <summary>What one comparison adds to a <see cref="RetrievalCounter"/>.</summary>
public readonly record struct Tally(int Right, int Extra, int Missed);

/// <summary>How many of a number of questions were answered right.</summary>
public sealed class AccuracyCounter
{
    public int Right { get; private set; }
    public int Total { get; private set; }

    /// <summary>0 to 1; null where nothing was asked.</summary>
    public double? Accuracy => Ratio.Of(Right, Total);

    public void Add(bool right)
    {
        Right += right ? 1 : 0;
        Total++;
    }
}

/// <summary>The mean of shares between 0 and 1.</summary>
public sealed class MeanCounter
{
    double sum;
    int total;

    /// <summary>0 to 1; null for no shares.</summary>
    public double? Mean => Ratio.Of(sum, total);

    public void Add(double share)
    {
        sum += share;
        total++;
    }
}

/// <summary>One counter per name (a role, a type), made when first asked for.</summary>
public sealed class CounterTable<T>
    where T : new()
{
    readonly Dictionary<string, T> counters = new(StringComparer.Ordinal);

    public T this[string name] => counters.TryGetValue(name, out var counter) ? counter : counters[name] = new T();

    /// <summary>In the order of names.</summary>
    public IEnumerable<KeyValuePair<string, T>> Sorted => counters.OrderBy(entry => entry.Key, Annotations.CodePointOrder.Instance);
}

static class Ratio
{
    public static double? Of(double part, int whole) => whole == 0 ? null : part / whole;
}
