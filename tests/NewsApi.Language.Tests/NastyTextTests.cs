using System.Text;
using System.Text.Json;
using NewsApi.Language.Documents;
using NewsApi.Text;

namespace NewsApi.Language.Tests;

/// <summary>What holds for every text, whatever it is.</summary>
public sealed class NastyTextTests
{
    const int InOneTest = 1_000;

    static readonly int Texts = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 100_000 : 10_000;

    static readonly LanguagePipeline Pipeline = LanguagePipeline.Load();

    public static TheoryData<int> Starts => [.. Enumerable.Range(0, Texts / InOneTest).Select(part => part * InOneTest)];

    [Theory]
    [MemberData(nameof(Starts))]
    public void Analyze_AnyText_SpansSliceItAndTokensRebuildIt(int start)
    {
        for (var seed = start; seed < start + InOneTest; seed++)
        {
            var text = NastyTexts.Make(seed);
            var document = Pipeline.Analyze(text, AnalysisFeatures.All);
            CheckLines(text, document, seed);
            foreach (var value in Values(document))
            {
                InText(text, value.Span, seed);
                Normalized(value.Span.Slice(text))
                    .ShouldContain(value.Text[..Math.Min(4, value.Text.Length)], Case.Sensitive, $"seed {seed}");
            }

            CheckSentences(text, document, seed);
        }
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void Analyze_SameTextTwice_GivesSameDocument(int start)
    {
        for (var seed = start; seed < start + InOneTest; seed += 10)
        {
            var text = NastyTexts.Make(seed);
            Bytes(text).ShouldBe(Bytes(text), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void Analyze_DecomposedText_GivesSameArticle(int start)
    {
        for (var seed = start; seed < start + InOneTest; seed++)
        {
            var text = NastyTexts.Make(seed);
            if (NormalizedText.IndexOfUnpairedSurrogate(text) >= 0 || text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') >= 0)
            {
                continue;
            }

            Words(Pipeline.Analyze(text.Normalize(NormalizationForm.FormD)))
                .ShouldBe(Words(Pipeline.Analyze(text.Normalize())), $"seed {seed}");
        }
    }

    static string Bytes(string text) => JsonSerializer.Serialize(Pipeline.Analyze(text, AnalysisFeatures.All));

    /// <summary>All that is said of a page, without the places: these differ between the two forms of a text.</summary>
    static string[] Words(Document document) =>
        [
            document.Kind.ToString(),
            document.Metadata.Published?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            .. document.Lines.Select(line => line.Role.Name()),
            .. Values(document).Select(value => value.Text),
        ];

    static IEnumerable<TextValue> Values(Document document)
    {
        var metadata = document.Metadata;
        TextValue?[] values =
        [
            metadata.Title,
            metadata.PublishedText,
            .. metadata.Authors,
            .. metadata.Captions.SelectMany(caption => new[] { caption.Text, caption.Credit }),
            .. metadata.Related.SelectMany(article => new[] { article.Title, article.Summary }),
            .. document.Sections.Select(section => section.Heading),
            .. document.Sections.SelectMany(section => section.Blocks).Select(block => block.Text),
        ];
        return values.OfType<TextValue>();
    }

    static void CheckLines(string text, Document document, int seed)
    {
        var end = 0;
        foreach (var line in document.Lines)
        {
            InText(text, line.Span, seed);
            line.Span.Start.ShouldBeGreaterThanOrEqualTo(end, $"seed {seed}");
            line.Score.ShouldBeInRange(0, 1, $"seed {seed}");
            end = line.Span.End;
        }
    }

    static void CheckSentences(string text, Document document, int seed)
    {
        foreach (var sentence in document.Sentences)
        {
            InText(text, sentence.Span, seed);
            var at = sentence.Span.Start;
            foreach (var token in sentence.Tokens)
            {
                InText(text, token.Span, seed);
                token.Span.IsEmpty.ShouldBeFalse($"seed {seed}");
                text[at..token.Span.Start].ShouldBe(Blanks(text[at..token.Span.Start]), $"seed {seed}: a gap holds more than white space");
                at = token.Span.End;
            }

            text[at..sentence.Span.End].ShouldBe(Blanks(text[at..sentence.Span.End]), $"seed {seed}: text after the last token");
        }
    }

    static string Blanks(string gap) => string.Concat(gap.Where(char.IsWhiteSpace));

    static void InText(string text, TextSpan span, int seed) =>
        (span.Start >= 0 && span.Start <= span.End && span.End <= text.Length).ShouldBeTrue($"seed {seed}: {span}");

    static string Normalized(string text) => NormalizedText.From(text).Text;
}
