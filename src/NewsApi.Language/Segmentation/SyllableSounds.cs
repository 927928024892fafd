namespace NewsApi.Language.Segmentation;

/// <summary>
/// A syllable taken apart: "trêu" is "tr" + "êu" without a tone. Words of two syllables with the same beginning or the same rhyme are often
/// one ("trớ trêu", "lung tung").
/// </summary>
/// <param name="Onset">Made of the letters before the first vowel; 0 for none.</param>
/// <param name="Rhyme">Made of the letters from the first vowel on, without the tone.</param>
/// <param name="Tone">0 for none, 1 to 5 in the order of <c>à á ả ã ạ</c>.</param>
readonly record struct SyllableSounds(uint Onset, uint Rhyme, byte Tone)
{
    const string Vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
    const int Tones = 6;
    const int Letters = 0x1F00;

    // For each letter its place in Vowels, from 1; 0 for all others.
    static readonly byte[] Places = FindPlaces();

    /// <param name="folded">A syllable, folded (<see cref="NewsApi.Text.Folding.Fold"/>).</param>
    public static SyllableSounds Of(ReadOnlySpan<char> folded)
    {
        var (onset, rhyme, tone) = (0u, 0u, 0);
        foreach (var c in folded)
        {
            var place = c < Letters ? Places[c] - 1 : -1;
            if (place < 0)
            {
                onset = rhyme == 0 ? (onset * 131) + c : onset;
                rhyme = rhyme == 0 ? 0 : (rhyme * 131) + c;
                continue;
            }

            rhyme = (rhyme * 131) + Vowels[place / Tones * Tones];
            tone = place % Tones == 0 ? tone : place % Tones;
        }

        return new SyllableSounds(onset, rhyme, (byte)tone);
    }

    static byte[] FindPlaces()
    {
        var places = new byte[Letters];
        for (var i = 0; i < Vowels.Length; i++)
        {
            places[Vowels[i]] = (byte)(i + 1);
        }

        return places;
    }
}
