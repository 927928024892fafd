using NewsApi.Text;

namespace NewsApi.Language.Documents;

/// <summary>What a fact says. The order is fixed: the contract counts on it.</summary>
public enum FactType
{
    PositionHeld,
    Meeting,
    Visit,
    Statement,
    Attendance,
    EventHeld,
    LegalReference,
    Appointment,
    Agreement,
    Membership,
    DiplomaticRelation,
    Anniversary,
    Statistic,
}

/// <summary>The types' names as gold files and the API write them ("position_held").</summary>
public static class FactTypes
{
    public static IReadOnlyList<FactType> All { get; } = Enum.GetValues<FactType>();

    static readonly string[] Names = [.. All.Select(SnakeCase)];

    public static string Name(this FactType type) => Names[(int)type];

    public static bool TryParse(string name, out FactType type)
    {
        var at = Array.IndexOf(Names, name);
        type = at < 0 ? default : (FactType)at;
        return at >= 0;
    }

    static string SnakeCase(FactType type) =>
        string.Concat(type.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>How the text stands to a fact.</summary>
public enum Modality
{
    /// <summary>It says so.</summary>
    Stated,

    /// <summary>It is to come: "dự kiến", "sẽ", "sắp".</summary>
    Planned,

    /// <summary>It says that it is not so.</summary>
    Denied,

    /// <summary>It passes on what others are said to say: "được cho là", "theo nguồn tin".</summary>
    Reported,
}

/// <summary>The names of a fact's arguments, as gold files and the API write them.</summary>
public static class FactArguments
{
    public const string Person = "person";
    public const string Position = "position";
    public const string Organization = "organization";
    public const string Participants = "participants";
    public const string Kind = "kind";
    public const string Time = "time";
    public const string Place = "place";
    public const string Visitor = "visitor";
    public const string Destination = "destination";
    public const string Speaker = "speaker";
    public const string Verb = "verb";
    public const string Content = "content";
    public const string Direct = "direct";
    public const string Occasion = "occasion";
    public const string Event = "event";
    public const string Organizer = "organizer";
    public const string Document = "document";
    public const string Issuer = "issuer";
    public const string Parties = "parties";
    public const string Member = "member";
    public const string Role = "role";
    public const string Level = "level";
    public const string Of = "of";
    public const string Years = "years";
    public const string Value = "value";
    public const string Unit = "unit";
    public const string Subject = "subject";

    /// <summary>Arguments of which a fact has several, each a value of its own under the same name.</summary>
    public static bool IsList(string name) => name is Participants or Parties;
}

/// <summary>One argument of a fact. Of participants and parties each is an argument of its own, under the same name.</summary>
/// <param name="Value">A canonical name, a text, an ISO 8601 date or interval, a number of years, "true" or "false".</param>
/// <param name="Span">The words that give it; null where it follows from elsewhere.</param>
/// <param name="Line">1-based number of the line of the words; 0 where there are none.</param>
public sealed record FactArgument(string Name, string Value, TextSpan? Span, int Line);

/// <summary>The words that show a fact.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Sentence">The sentence that says it; several where a quotation runs over them.</param>
/// <param name="Span">The part of it from the first to the last of the fact's words.</param>
public sealed record FactEvidence(int Line, TextSpan Sentence, TextSpan Span);

/// <summary>What kind of event between parties a fact is, in the codes of PLOVER (the Political Language Ontology for Verifiable Event Records).</summary>
/// <param name="Event">"CONSULT", "AGREE" or "SUPPORT".</param>
/// <param name="Mode">Of CONSULT: "visit", "multilateral" or "phone"; null for other meetings and events.</param>
public sealed record EventCode(string Event, string? Mode);

/// <summary>Something that the text states, with the words that prove it.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Extractor">Who found it: the type's name.</param>
/// <param name="Pattern">What it was recognised by ("subject-verb-content").</param>
/// <param name="Evidence">In the order of the page, at least one.</param>
public sealed record Fact(
    FactType Type,
    Modality Modality,
    IReadOnlyList<FactArgument> Arguments,
    double Confidence,
    string Extractor,
    string Pattern,
    IReadOnlyList<FactEvidence> Evidence
)
{
    /// <summary>Of meetings, visits and agreements; null for all else.</summary>
    public EventCode? EventCode { get; init; }

    /// <summary>The value of an argument that comes once; null where the text does not give it.</summary>
    public string? Argument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
