using System.Globalization;
using NewsApi.Language.Lexicons;
using NewsApi.Text;

namespace NewsApi.Language.Topics;

/// <summary>A phrase that points to a subject.</summary>
/// <param name="Weight">1 a hint, 2 strong, 3 nearly proves it.</param>
readonly record struct TopicSign(MediaTopic Topic, int Weight);

/// <summary>The subjects of topics.tsv and the phrases of topic_phrases.tsv.</summary>
public sealed class TopicLexicon
{
    readonly Dictionary<string, MediaTopic> topics = new(StringComparer.Ordinal);

    TopicLexicon(IEnumerable<LexiconEntry> subjects, IEnumerable<LexiconEntry> phrases)
    {
        foreach (var entry in subjects)
        {
            topics.Add(entry[0], new MediaTopic(entry[0], entry[1] == entry[0] ? null : entry[1], entry[2], entry[3]));
        }

        var signs = new Dictionary<string, TopicSign>(StringComparer.Ordinal);
        foreach (var entry in phrases)
        {
            signs[Folding.Fold(entry[0])] = new TopicSign(
                topics.TryGetValue(entry[1], out var topic) ? topic : throw entry.Error($"topic '{entry[1]}' is not in topics.tsv"),
                int.Parse(entry[2], CultureInfo.InvariantCulture)
            );
        }

        Phrases = new PhraseMatcher<TopicSign>(signs);
        All = [.. topics.Values.OrderBy(topic => topic.Code, StringComparer.Ordinal)];
    }

    /// <exception cref="LexiconException">A data file is broken.</exception>
    public static TopicLexicon Load() => new(LexiconFile.Read("vi/topics.tsv"), LexiconFile.Read("vi/topic_phrases.tsv"));

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<MediaTopic> All { get; }

    internal PhraseMatcher<TopicSign> Phrases { get; }

    internal MediaTopic Top(MediaTopic topic) => topic.Parent is { } parent ? Top(topics[parent]) : topic;
}
