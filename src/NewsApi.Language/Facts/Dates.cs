namespace NewsApi.Language.Facts;

static class Dates
{
    /// <summary>As facts are dated: by the day, without a clock time; a half of a year by its months.</summary>
    public static string Day(string iso) =>
        iso.Length > 10 && iso[10] == 'T' && !iso.Contains('/', StringComparison.Ordinal) ? iso[..10]
        : iso.Length == 7 && iso.EndsWith("-H1", StringComparison.Ordinal) ? $"{iso[..4]}-01/{iso[..4]}-06"
        : iso.Length == 7 && iso.EndsWith("-H2", StringComparison.Ordinal) ? $"{iso[..4]}-07/{iso[..4]}-12"
        : iso;
}
