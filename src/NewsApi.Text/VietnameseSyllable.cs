namespace NewsApi.Text;

/// <summary>
/// Whether letters can be a syllable of Vietnamese, by its spelling: "nội", "quý", "giếng", "khuỷu" can, "trump", "hdnd", "bot" cannot
/// (a syllable that ends in c, ch, k, p or t has the tone of "bót" or "bọt"). Says nothing of whether the syllable means anything.
/// </summary>
public static class VietnameseSyllable
{
    // By length, so that the longest that fits is found first.
    static readonly string[] Onsets = Words("ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x");
    static readonly string[] Codas = Words("ch ng nh c k m n p t");

    static readonly HashSet<string> OpenVowels = new(
        Words(
            "a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu oa oe oi ôi ơi ua uê ui uơ uy ưa ưi ưu "
                + "iêu yêu oai oao oay oeo uây uôi uya uyu ươi ươu"
        ),
        StringComparer.Ordinal
    );

    static readonly HashSet<string> ClosedVowels = new(
        Words("a ă â e ê i o ô ơ u ư y iê oa oă oe oo uâ uê uô uơ uy uyê ươ yê"),
        StringComparer.Ordinal
    );

    const int Longest = 7;
    const string Marked = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
    const string Bases = "aăâeêioôơuưy";
    const int Tones = 5;
    const int Acute = 2;
    const int DotBelow = 5;

    /// <param name="letters">Folded (<see cref="Folding.Fold(string)"/>), or in small letters of NFC with the tone anywhere.</param>
    public static bool IsOne(ReadOnlySpan<char> letters)
    {
        if (letters.Length is 0 or > Longest)
        {
            return false;
        }

        Span<char> plain = stackalloc char[Longest];
        plain = plain[..letters.Length];
        return TakeTone(letters, plain) is var tone and >= 0 && IsSpelled(plain, tone);
    }

    // 0 for none, 1 to 5 in the order of "àáảãạ", -1 for more than one.
    static int TakeTone(ReadOnlySpan<char> letters, Span<char> plain)
    {
        var tone = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var place = Marked.IndexOf(letters[i], StringComparison.Ordinal);
            plain[i] = place < 0 ? letters[i] : Bases[place / Tones];
            if (place < 0)
            {
                continue;
            }

            if (tone > 0)
            {
                return -1;
            }

            tone = (place % Tones) + 1;
        }

        return tone;
    }

    // "gì" and "gìn" have no letter for a vowel but the i of "gi".
    static bool IsSpelled(ReadOnlySpan<char> plain, int tone) =>
        HasRhyme(plain, LongestOf(Onsets, plain, fromStart: true), tone) || (plain is ['g', 'i', ..] && HasRhyme(plain, 1, tone));

    static bool HasRhyme(ReadOnlySpan<char> plain, int onset, int tone)
    {
        var rhyme = plain[onset..];
        var coda = LongestOf(Codas, rhyme, fromStart: false);
        var vowels = (coda == 0 ? OpenVowels : ClosedVowels).GetAlternateLookup<ReadOnlySpan<char>>();
        return vowels.Contains(rhyme[..^coda]) && SuitsVowel(plain[..onset], rhyme[0]) && SuitsTone(rhyme[^coda..], tone);
    }

    // "k", "gh" and "ngh" stand before e, ê, i, y; "c", "g" and "ng" before all others. "Kạn", "Kon" and their like are names.
    static bool SuitsVowel(ReadOnlySpan<char> onset, char vowel)
    {
        var isFront = vowel is 'e' or 'ê' or 'i' or 'y';
        return onset switch
        {
            "gh" or "ngh" => isFront,
            "c" or "ng" => !isFront,
            "g" => !isFront || vowel == 'i',
            _ => true,
        };
    }

    static bool SuitsTone(ReadOnlySpan<char> coda, int tone) => coda is not ("c" or "ch" or "k" or "p" or "t") || tone is Acute or DotBelow;

    static int LongestOf(string[] parts, ReadOnlySpan<char> letters, bool fromStart)
    {
        foreach (var part in parts)
        {
            if (fromStart ? letters.StartsWith(part) : letters.EndsWith(part))
            {
                return part.Length;
            }
        }

        return 0;
    }

    static string[] Words(string words) => words.Split(' ');
}
