using Microsoft.Extensions.Options;

namespace NewsApi.Gateway.Settings;

/// <summary>Section "Limits": how much one request may bring.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>The largest text of a page, in bytes of UTF-8, 1,024 to 33,554,432. Default: 2,097,152. Over it: 413 text-too-large.</summary>
    public int TextBytes { get; set; } = 2 << 20;

    /// <summary>The most lines of a page, 1 to 1,000,000. Default: 100,000. Over it: 413 too-many-lines.</summary>
    public int Lines { get; set; } = 100_000;

    /// <summary>
    /// The largest request body with a page in it, in bytes as sent, 4,096 to 134,217,728. Default: 8,388,608, four times the text, because
    /// JSON may write any letter in six bytes. Over it: 413 body-too-large.
    /// </summary>
    public int BodyBytes { get; set; } = 8 << 20;

    public sealed class Validator : IValidateOptions<LimitOptions>
    {
        public ValidateOptionsResult Validate(string? name, LimitOptions options) =>
            Ranges.Check(
                Ranges.Fault("Limits:TextBytes", options.TextBytes, 1 << 10, 32 << 20),
                Ranges.Fault("Limits:Lines", options.Lines, 1, 1_000_000),
                Ranges.Fault("Limits:BodyBytes", options.BodyBytes, 4 << 10, 128 << 20)
            );
    }
}
