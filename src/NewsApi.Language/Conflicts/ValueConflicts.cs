using System.Globalization;
using NewsApi.Language.Documents;

namespace NewsApi.Language.Conflicts;

/// <summary>Numbers and dates of one thing that are not the same.</summary>
static class ValueConflicts
{
    static readonly Dictionary<FactType, string[]> Dated = new()
    {
        [FactType.EventHeld] = [FactArguments.Event],
        [FactType.Appointment] = [FactArguments.Person, FactArguments.Position, FactArguments.Organization],
        [FactType.Agreement] = [FactArguments.Parties, FactArguments.Document],
    };

    public static IEnumerable<Conflict> OfStatistics(IReadOnlyList<KnownFact> facts) =>
        from fact in facts
        where fact is { Type: FactType.Statistic, Modality: Modality.Stated }
        let subject = ConflictFinder.Key(fact, FactArguments.Subject)
        let time = ConflictFinder.Key(fact, FactArguments.Time)
        let unit = ConflictFinder.Key(fact, FactArguments.Unit)
        let value = fact.Find(FactArguments.Value)
        let amount = value is null ? null : Amount.Read(value.Value)
        // Without a time it may be told of another day.
        where subject is not null && time is not null && unit is not null && amount is not null
        group (fact, value, amount) by (subject, unit, time) into told
        orderby told.Key.subject, told.Key.unit, told.Key.time
        let sides = Differing(told, (left, right) => left.amount.Agrees(right.amount), pair => pair.value, pair => pair.fact)
        where sides.Count > 1
        select Sides.Rank(
            ConflictKind.StatisticValues,
            Arguments(told.First().fact, [FactArguments.Subject, FactArguments.Unit, FactArguments.Time]),
            sides
        );

    public static IEnumerable<Conflict> OfDates(IReadOnlyList<KnownFact> facts) =>
        from fact in facts
        where fact.Modality is Modality.Stated or Modality.Planned && Dated.ContainsKey(fact.Type)
        let time = fact.Find(FactArguments.Time)
        let period = time is null ? null : Period.Read(time.Value)
        let about = Arguments(fact, Dated[fact.Type])
        where period is not null && IsOneThing(fact.Type, about)
        // What has the same name in another year is another edition.
        group (fact, time, period) by (fact.Type, period.Year, About: string.Join('\n', about.Select(ConflictFinder.Key).Order())) into told
        orderby told.Key.Type, told.Key.About, told.Key.Year
        let sides = Differing(told, (left, right) => left.period.Agrees(right.period), pair => pair.time, pair => pair.fact)
        where sides.Count > 1
        select Sides.Rank(ConflictKind.EventDates, Arguments(told.First().fact, Dated[told.Key.Type]), sides);

    /// <summary>"hội nghị" may be any; one with a name of its own is one, and so is what its parties and its title tell.</summary>
    static bool IsOneThing(FactType type, IReadOnlyList<KnownArgument> about) =>
        type switch
        {
            FactType.EventHeld => about.Any(argument => argument.EntityId is not null || HasOwnName(argument.Value)),
            FactType.Appointment => about.Count >= 2,
            _ => about.Any(argument => argument.Name == FactArguments.Document && HasOwnName(argument.Value)) && about.Count >= 3,
        };

    const int WordsOfAName = 4;

    static bool HasOwnName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= WordsOfAName && words.Skip(1).Any(word => char.IsUpper(word[0]) || char.IsDigit(word[0]));
    }

    static IReadOnlyList<KnownArgument> Arguments(KnownFact fact, string[] names) =>
        [.. fact.Arguments.Where(argument => names.Contains(argument.Name))];

    /// <summary>
    /// One side for each value. A value that agrees with several (a month with two of its days) takes no side: it speaks for none of them.
    /// </summary>
    static List<Side> Differing<T>(IEnumerable<T> told, Func<T, T, bool> agree, Func<T, KnownArgument?> valueOf, Func<T, KnownFact> factOf)
    {
        var values = told.GroupBy(item => valueOf(item)!.Value).Select(group => group.ToList()).ToList();
        var exact = values.Where(value => !values.Exists(other => other != value && IsVaguer(value, other))).ToList();
        return
        [
            .. exact
                .Where(value => exact.Exists(other => other != value && !agree(value[0], other[0])))
                .Select(value => new Side([valueOf(value[0])!], [.. value.Select(factOf)])),
        ];

        // What agrees with another value and is told in fewer letters ("6,5" beside "6,52", "2026-03" beside "2026-03-15").
        bool IsVaguer(List<T> value, List<T> other) =>
            agree(value[0], other[0]) && valueOf(value[0])!.Value.Length < valueOf(other[0])!.Value.Length;
    }

    /// <summary>A number as printed in Vietnamese text: stops between thousands, a comma before decimals.</summary>
    /// <param name="Step">The worth of one in its last printed digit.</param>
    sealed record Amount(decimal Number, decimal Step)
    {
        public static Amount? Read(string text)
        {
            var digits = text.Trim();
            if (digits.Length == 0 || !digits.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
            {
                // "khoảng 50", "hơn 100": about as much is no contradiction.
                return null;
            }

            var plain = digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
            if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            var comma = plain.IndexOf('.', StringComparison.Ordinal);
            var step = 1m;
            for (var i = comma + 1; comma >= 0 && i < plain.Length; i++)
            {
                step /= 10;
            }

            return new Amount(number, step);
        }

        /// <summary>The same, or one is the other rounded.</summary>
        public bool Agrees(Amount other)
        {
            var step = Math.Max(Step, other.Step);
            return Math.Abs(Number - other.Number) < step && Round(Number, step) == Round(other.Number, step);
        }

        static decimal Round(decimal number, decimal step) => Math.Round(number / step, MidpointRounding.AwayFromZero);
    }

    /// <summary>The days that an ISO 8601 date, month, quarter, year or interval of such covers.</summary>
    sealed record Period(DateOnly First, DateOnly Last)
    {
        public int Year => First.Year;

        public static Period? Read(string text)
        {
            var parts = text.Split('/');
            return parts.Length switch
            {
                1 => One(parts[0]),
                2 when One(parts[0]) is { } first && One(parts[1]) is { } last => new Period(first.First, last.Last),
                _ => null,
            };
        }

        /// <summary>One is within the other.</summary>
        public bool Agrees(Period other) => (First >= other.First && Last <= other.Last) || (other.First >= First && other.Last <= Last);

        static Period? One(string text)
        {
            var day = text.Split('T')[0];
            if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return new Period(date, date);
            }

            if (DateOnly.TryParseExact(day + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            {
                return new Period(month, month.AddMonths(1).AddDays(-1));
            }

            if (DateOnly.TryParseExact(day + "-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
            {
                return new Period(year, year.AddYears(1).AddDays(-1));
            }

            return
                day.Length == 7
                && day[5] == 'Q'
                && day[6] is >= '1' and <= '4'
                && int.TryParse(day[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var ofYear)
                && ofYear is >= 1 and <= 9999
                ? Quarter(ofYear, day[6] - '1')
                : null;
        }

        static Period Quarter(int year, int quarter)
        {
            var first = new DateOnly(year, (quarter * 3) + 1, 1);
            return new Period(first, first.AddMonths(3).AddDays(-1));
        }
    }
}
