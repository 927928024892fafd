using NewsApi.Language.Documents;

namespace NewsApi.Language.Topics;

/// <summary>A subject of the IPTC Media Topics.</summary>
/// <param name="Code">Eight digits, as the standard has them: 15000000 for sport.</param>
/// <param name="Parent">The subject above it; null at the top.</param>
/// <param name="Label">In Vietnamese.</param>
/// <param name="EnglishLabel">As the standard has it.</param>
public sealed record MediaTopic(string Code, string? Parent, string Label, string EnglishLabel);

/// <summary>What an article is about.</summary>
/// <param name="Score">0 to 1: how much of what points to any subject points to this one.</param>
/// <param name="Evidence">The phrases that tell, the most telling first.</param>
public sealed record ArticleTopic(MediaTopic Topic, double Score, IReadOnlyList<TextValue> Evidence);
