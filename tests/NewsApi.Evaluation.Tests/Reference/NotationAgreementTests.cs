using System.Globalization;
using NewsApi.Evaluation.Annotations;
using NewsApi.Evaluation.Measures;
using Shouldly;

namespace NewsApi.Evaluation.Tests.Reference;

/// <summary>Texts and numbers take the same forms as in the reference scorer, over all of Unicode and the whole range of numbers.</summary>
public sealed class NotationAgreementTests
{
    /// <summary>Characters that the reference's Unicode does not know, private use and surrogates are left out.</summary>
    const string EveryCharacter = """
        import unicodedata
        for code in range(0x110000):
            char = chr(code)
            if unicodedata.category(char) in ("Cn", "Co", "Cs"):
                continue
            text = "A" + char + "b 1" + char + "2"
            print(f"{code:x}", score.norm(text), "|".join(score.toks(text)), "|".join(score.digits(text)), sep="\t")
        """;

    [ReferenceFact]
    public async Task Normalize_EveryCharacter_AgreesWithReference()
    {
        var lines = (await ReferenceScorer.EvaluateAsync(EveryCharacter)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBeGreaterThan(100_000);
        lines.Where(line => Describe(line.Split('\t')[0]) != line).Select(line => line.Split('\t')[0]).ShouldBeEmpty();
    }

    [ReferenceFact]
    public async Task Float_AnyNumber_AgreesWithReference()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(20);
        double[] edges = [0, 1, -1, 1e15, 1e16, 123456789012345680, 1e-4, 9.9999e-5, double.Epsilon, double.MaxValue, 0.1 + 0.2];
        var numbers = edges.Concat(Enumerable.Range(0, 5000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64()))).ToList();
        var file = folder.Write("numbers.txt", string.Join('\n', numbers.Select(n => n.ToString("R", CultureInfo.InvariantCulture))));

        var expected = await ReferenceScorer.EvaluateAsync("for line in open(sys.argv[2]): print(repr(float(line)))", file);

        numbers
            .Where(double.IsFinite)
            .Select(PythonText.Float)
            .ShouldBe(expected.Split('\n').Where(line => line is not ("" or "nan" or "inf")));
    }

    static string Describe(string code)
    {
        var character = char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        var normal = TextNormalizer.Normalize($"A{character}b 1{character}2");
        return $"{code}\t{normal}\t{string.Join('|', TextNormalizer.Tokens(normal))}\t{string.Join('|', TextNormalizer.Digits(normal))}";
    }
}
