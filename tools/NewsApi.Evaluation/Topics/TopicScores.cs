namespace NewsApi.Evaluation.Topics;

/// <summary>Topics of the top level against gold. A topic that may be found too counts neither when found nor when missed.</summary>
public sealed class TopicScores
{
    public int Pages { get; private set; }

    /// <summary>Pages whose first topic is their main one.</summary>
    public int MainRight { get; private set; }

    public int Right { get; private set; }

    public int Extra { get; private set; }

    public int Missed { get; private set; }

    public double Main => Pages == 0 ? 0 : MainRight / (double)Pages;

    public double F1 => Right == 0 ? 0 : 2.0 * Right / (2 * Right + Extra + Missed);

    /// <param name="found">Codes of two digits, the main topic first.</param>
    public void Add(TopicGold gold, IReadOnlyList<string> found)
    {
        Pages++;
        MainRight += found.Count > 0 && found[0] == gold.Required[0] ? 1 : 0;
        Right += gold.Required.Count(found.Contains);
        Missed += gold.Required.Count(code => !found.Contains(code));
        Extra += found.Count(code => !gold.Required.Contains(code) && !gold.Optional.Contains(code));
    }
}
