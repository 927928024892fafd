using System.Text;

namespace NewsApi.Text.Tests;

public sealed class NormalizedTextTests
{
    public static TheoryData<int> Seeds { get; } = GeneratedTexts.Seeds(300);

    [Theory]
    [InlineData("")]
    [InlineData("Hoà bình 2026")]
    [InlineData("한국 🙂 שלום")]
    public void From_ATextInNfc_KeepsItAndEveryOffset(string text)
    {
        var normalized = NormalizedText.From(text);
        normalized.Text.ShouldBeSameAs(text);
        normalized.Original.ShouldBeSameAs(text);
        Enumerable.Range(0, text.Length + 1).Select(normalized.ToOriginal).ShouldBe(Enumerable.Range(0, text.Length + 1));
    }

    [Theory]
    [InlineData("Việt Nam")]
    [InlineData("Đường Nguyễn Huệ, thành phố Huế")]
    [InlineData("Ủy ban nhân dân xã Cộng Hoà")]
    public void From_ADecomposedText_IsComposed(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        decomposed.Length.ShouldBeGreaterThan(text.Length);
        var normalized = NormalizedText.From(decomposed);
        normalized.Text.ShouldBe(text);
        normalized.Original.ShouldBe(decomposed);
    }

    [Fact]
    public void ToOriginal_AWord_SlicesItsDecomposedLetters()
    {
        var decomposed = "xã Việt Hòa".Normalize(NormalizationForm.FormD);
        var normalized = NormalizedText.From(decomposed);
        var start = normalized.Text.IndexOf("Việt", StringComparison.Ordinal);
        var slice = normalized.ToOriginal(new TextSpan(start, start + "Việt".Length)).Slice(decomposed);
        slice.ShouldBe("Việt".Normalize(NormalizationForm.FormD));
    }

    [Fact]
    public void ToOriginal_EveryLetterOfADecomposedText_HasItsMarks()
    {
        const string Text = "Nghĩa vụ quốc tế";
        var normalized = NormalizedText.From(Text.Normalize(NormalizationForm.FormD));
        for (var i = 0; i < Text.Length; i++)
        {
            var slice = normalized.ToOriginal(new TextSpan(i, i + 1)).Slice(normalized.Original);
            slice.Normalize().ShouldBe(Text[i].ToString());
        }
    }

    [Fact]
    public void From_MarksInTheOtherOrder_AreOneLetter()
    {
        // The dot below sorts before the circumflex, whichever was typed first.
        var normalized = NormalizedText.From("Vie\u0302\u0323t");
        normalized.Text.ShouldBe("Việt");
        normalized.ToOriginal(new TextSpan(2, 3)).ShouldBe(new TextSpan(2, 5));
    }

    [Fact]
    public void From_HangulJamo_AreOneSyllable()
    {
        var normalized = NormalizedText.From("a\u1112\u1161\u11ABb");
        normalized.Text.ShouldBe("a한b");
        normalized.ToOriginal(new TextSpan(1, 2)).ShouldBe(new TextSpan(1, 4));
        normalized.ToOriginal(new TextSpan(2, 3)).Slice(normalized.Original).ShouldBe("b");
    }

    // Attributes keep strings as UTF-8, which has no unpaired surrogates: these cases stand in the methods.
    [Fact]
    public void From_AnUnpairedSurrogate_IsKeptAndTheRestComposed()
    {
        NormalizedText.From("e\u0301\uD83De\u0301").Text.ShouldBe("é\uD83Dé");
        NormalizedText.From("\uDE42e\u0301").Text.ShouldBe("\uDE42é");
        NormalizedText.From("e\u0301\uD83D").Text.ShouldBe("é\uD83D");
    }

    [Fact]
    public void From_AnEmoji_IsNeverCut()
    {
        var normalized = NormalizedText.From("🙂 Huế".Normalize(NormalizationForm.FormD));
        normalized.Text.ShouldBe("🙂 Huế");
        normalized.ToOriginal(new TextSpan(0, 2)).Slice(normalized.Original).ShouldBe("🙂");
    }

    [Fact]
    public void From_ACharacterThatNfcTakesApart_EveryPlaceMapsToItsEnds()
    {
        // U+1D15E is excluded from composition: in NFC it is two characters, four code units. Behind it stands a letter to compose.
        var normalized = NormalizedText.From("\U0001D15Ee\u0301");
        normalized.Text.ShouldBe("\U0001D157\U0001D165é");
        Enumerable.Range(0, normalized.Text.Length + 1).Select(normalized.ToOriginal).ShouldBe([0, 2, 2, 2, 2, 4]);
    }

    [Fact]
    public void IndexOfUnpairedSurrogate_IsTheFirst()
    {
        NormalizedText.IndexOfUnpairedSurrogate("").ShouldBe(-1);
        NormalizedText.IndexOfUnpairedSurrogate("Huế 🙂").ShouldBe(-1);
        NormalizedText.IndexOfUnpairedSurrogate("\uD83D").ShouldBe(0);
        NormalizedText.IndexOfUnpairedSurrogate("a\uDE42").ShouldBe(1);
        NormalizedText.IndexOfUnpairedSurrogate("🙂\uD83D\uD83D\uDE42").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void From_AnyText_IsInNfcBetweenItsUnpairedSurrogates(int seed)
    {
        var text = NormalizedText.From(GeneratedTexts.Of(seed)).Text;
        foreach (var part in PartsBetweenUnpairedSurrogates(text))
            part.IsNormalized(NormalizationForm.FormC).ShouldBeTrue(Escaped(part));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ToOriginal_AnyText_RisesFromItsStartToItsEnd(int seed)
    {
        var normalized = NormalizedText.From(GeneratedTexts.Of(seed));
        var offsets = Enumerable.Range(0, normalized.Text.Length + 1).Select(normalized.ToOriginal).ToArray();
        offsets[0].ShouldBe(0);
        offsets[^1].ShouldBe(normalized.Original.Length);
        offsets.Zip(offsets.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second);
    }

    /// <summary>What a reader of the composed text points at is what the slice of the original says: no letter without its marks.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void ToOriginal_TwoPartsOfAnyText_AreWholeInTheOriginal(int seed)
    {
        var normalized = NormalizedText.From(GeneratedTexts.Of(seed));
        foreach (var cut in CutsBetweenLetters(normalized))
        {
            var before = normalized.ToOriginal(new TextSpan(0, cut)).Slice(normalized.Original);
            var after = normalized.ToOriginal(new TextSpan(cut, normalized.Text.Length)).Slice(normalized.Original);
            (before + after).ShouldBe(normalized.Original);
            NormalizedText.From(before).Text.ShouldBe(normalized.Text[..cut], Escaped(normalized.Original));
            NormalizedText.From(after).Text.ShouldBe(normalized.Text[cut..], Escaped(normalized.Original));
        }
    }

    /// <summary>Inside a character that NFC takes apart, places map to its end by design: those are no cuts.</summary>
    static IEnumerable<int> CutsBetweenLetters(NormalizedText normalized) =>
        Enumerable
            .Range(1, Math.Max(0, normalized.Text.Length - 1))
            .Where(cut => normalized.ToOriginal(cut) < normalized.ToOriginal(cut + 1))
            .Where(cut => normalized.ToOriginal(cut - 1) < normalized.ToOriginal(cut));

    static IEnumerable<string> PartsBetweenUnpairedSurrogates(string text)
    {
        while (NormalizedText.IndexOfUnpairedSurrogate(text) is >= 0 and var at)
        {
            yield return text[..at];
            text = text[(at + 1)..];
        }

        yield return text;
    }

    static string Escaped(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));
}
