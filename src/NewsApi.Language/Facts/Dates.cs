namespace NewsApi.Language.Facts;

static class Dates
{
    /// <summary>A clock time within a day: facts are dated by the day.</summary>
    public static string Day(string iso) =>
        iso.Length > 10 && iso[10] == 'T' && !iso.Contains('/', StringComparison.Ordinal) ? iso[..10] : iso;
}
