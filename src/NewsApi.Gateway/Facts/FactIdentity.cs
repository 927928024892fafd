using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Facts;

/// <summary>When two articles state the same fact: type, modality, and the arguments that tell facts of the type apart are the same.</summary>
static class FactIdentity
{
    /// <summary>By type the arguments that tell one fact from another. What an article may leave out of the same fact is not among them.</summary>
    static readonly Dictionary<FactType, string[]> Telling = new()
    {
        [FactType.PositionHeld] = ["person", "position", "organization"],
        [FactType.Meeting] = ["participants", "time"],
        [FactType.Visit] = ["visitor", "destination", "time"],
        [FactType.Statement] = ["speaker", "content"],
        [FactType.Attendance] = ["person", "event"],
        [FactType.EventHeld] = ["event", "time"],
        [FactType.LegalReference] = ["document"],
        [FactType.Appointment] = ["person", "position", "organization"],
        [FactType.Agreement] = ["parties", "document", "time"],
        [FactType.Membership] = ["member", "organization"],
        [FactType.DiplomaticRelation] = ["parties", "level"],
        [FactType.Anniversary] = ["of", "years"],
        [FactType.Statistic] = ["subject", "value", "unit", "time"],
    };

    /// <summary>
    /// What happens once and again: "the meeting" of two articles is one only where both tell the same time, or were published on the same day.
    /// </summary>
    static readonly FactType[] Happening =
    [
        FactType.Meeting,
        FactType.Visit,
        FactType.Attendance,
        FactType.EventHeld,
        FactType.Agreement,
        FactType.Statistic,
    ];

    /// <summary>An id of version 8 (RFC 9562): a hash over what the fact says. The order of participants and parties does not count.</summary>
    public static Guid IdOf(Fact fact, ArticleRow article, Func<FactArgument, Guid?> entityOf)
    {
        var telling = Telling[fact.Type];
        var parts = fact
            .Arguments.Where(argument => telling.Contains(argument.Name))
            .Select(argument => $"{argument.Name}={entityOf(argument)?.ToString() ?? EntityKey.Exact(argument.Value)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (Happening.Contains(fact.Type) && !IsPlacedInTime(fact, entityOf))
            parts.Add(DayOf(article));
        var text = $"{(int)fact.Type}\n{(int)fact.Modality}\n{string.Join('\n', parts)}";
        return HashOf(text);
    }

    /// <summary>What tells a fact from others of its article, with names as written: the same in two readings of one text.</summary>
    public static string WithinArticle(Fact fact) =>
        $"{fact.Type}\n"
        + string.Join(
            '\n',
            fact.Arguments.Where(argument => Telling[fact.Type].Contains(argument.Name))
                .Select(argument => $"{argument.Name}={EntityKey.Exact(argument.Value)}")
                .Order(StringComparer.Ordinal)
        );

    /// <summary>Of a value that is no entity: the same for what differs only in capitals and blanks.</summary>
    public static Guid KeyOf(string value) => HashOf("value\n" + EntityKey.Exact(value));

    static Guid HashOf(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>An event with a name of its own is as good as a time.</summary>
    static bool IsPlacedInTime(Fact fact, Func<FactArgument, Guid?> entityOf) =>
        fact.Arguments.Any(argument => argument.Name == "time" || (argument.Name == "event" && entityOf(argument) is not null));

    static string DayOf(ArticleRow article) =>
        article.Published is { } time ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : article.Id.ToString();
}
