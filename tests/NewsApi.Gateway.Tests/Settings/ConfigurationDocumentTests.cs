using System.Globalization;
using NewsApi.Gateway.Settings;

namespace NewsApi.Gateway.Tests.Settings;

public sealed class ConfigurationDocumentTests
{
    static readonly IReadOnlyList<string[]> Rows = MarkdownTable.Rows("configuration.md");

    [Fact]
    public void ConfigurationDocument_AndTheOptions_HaveTheSameKeys() =>
        Rows.Select(row => row[0])
            .ShouldBe([ListenAddress.Key, .. GatewaySettings.Sections.SelectMany(section => section.Keys)], ignoreOrder: true);

    [Fact]
    public void ConfigurationDocument_AndTheOptions_HaveTheSameDefaults()
    {
        var defaults = GatewaySettings.Sections.SelectMany(section => section.Defaults).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var row in Rows.Where(row => row[0] != ListenAddress.Key))
            row[3].ShouldBe(Written(defaults[row[0]]), row[0]);
    }

    [Fact]
    public void ConfigurationDocument_OfWhereToListen_HasItsDefault() =>
        Rows.Single(row => row[0] == ListenAddress.Key)[3].ShouldBe(ListenAddress.Default);

    [Fact]
    public void ConfigurationDocument_OfEverySetting_SaysMeaningUnitAndWhatIsAllowed() =>
        Rows.ShouldAllBe(row => row.Length == 5 && row.All(cell => cell.Length > 0));

    static string Written(object? value) =>
        value switch
        {
            null or IReadOnlyList<string> { Count: 0 } => "none",
            bool isSet => isSet ? "true" : "false",
            TimeSpan time => time.ToString("hh':'mm':'ss", CultureInfo.InvariantCulture) + Fraction(time),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    static string Fraction(TimeSpan time) =>
        time.Milliseconds == 0 ? "" : "." + time.Milliseconds.ToString("000", CultureInfo.InvariantCulture).TrimEnd('0');
}
