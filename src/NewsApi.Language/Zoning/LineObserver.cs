using System.Buffers;
using NewsApi.Language.Lexicons;
using NewsApi.Language.Reading;
using NewsApi.Text;

namespace NewsApi.Language.Zoning;

/// <summary>Looks at one line at a time.</summary>
public sealed class LineObserver
{
    const int LongestShort = 140;
    const string CategorySeparators = ">»/|›•";

    readonly PhraseLexicon phrases = PhraseLexicon.Load();
    readonly CreditReader credits = CreditReader.Load();
    readonly NameShape names = NameShape.Load();
    readonly WordSet categories = WordSet.Load("vi/site_categories.tsv");
    readonly WordSet outlets = WordSet.Load("vi/outlets.tsv");
    readonly WordSet functionWords = WordSet.Load("vi/function_words.tsv");
    readonly PhraseTrie speechVerbs = new(
        LexiconFile
            .Read("vi/speech_verbs.tsv")
            .Select(entry => Folding.Fold(entry[0]))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(verb => verb, _ => 1)
    );

    /// <param name="line">Not blank.</param>
    public LineFacts Observe(Line line)
    {
        var text = line.Text;
        var folded = Folding.Fold(text);
        var key = Collapse(folded);
        var end = LineForm.EndOf(text);
        var words = Count(text, folded);
        var outletName = outlets.Contains(OutletPart(key));
        var facts = new LineFacts
        {
            Line = line,
            Key = key,
            Cues = phrases.Find(key),
            Date = DateReader.Read(text, folded),
            Credit = text.Length <= 1200 ? credits.Read(text, folded) : null,
            Names = names.Read(text, folded),
            End = end,
            Start = LineForm.StartOf(text),
            Syllables = words.Syllables,
            SyllableHashes = words.Hashes,
            InnerStops = LineForm.InnerStops(text),
            CapitalShare = Percent(words.Capitals, words.Syllables),
            UpperShare = Percent(words.UpperLetters, words.Letters),
            FunctionShare = Percent(words.Functions, words.Syllables),
            DigitShare = Percent(words.Digits, text.Length),
            HasSpeechVerb = speechVerbs.IsAnyIn(folded),
            IsCategory = IsCategory(key),
            IsOutlet = outletName,
            HasOutletDateline = HasDateline(text, key),
            HasAddress = LineForm.HasAddress(text, folded, words.Digits),
            HasMenuMark = LineForm.HasMenuMark(text),
            HasGaps = LineForm.HasGaps(text),
            HasMediaTag = LineForm.HasMediaTag(key),
            IsAscii = System.Text.Ascii.IsValid(text),
            DoubledLength = LineForm.DoubledLength(text),
            OpensWithDay = LineForm.OpensWithDay(folded),
            SpeakerLength = SpeakerLength(text),
        };
        facts.Shape = ShapeOf(facts);
        return facts;
    }

    internal static LineShape ShapeOf(LineFacts facts) =>
        facts switch
        {
            { Cues.Whole: var whole } when (whole & PageCues.RelatedHeading) != 0 => LineShape.RelatedHeading,
            { Cues.Whole: var whole } when (whole & PageCues.CaptionMarker) != 0 => LineShape.CaptionMarker,
            { Cues.Whole: var whole } when (whole & PageCues.Widget) != 0 => LineShape.Widget,
            { Cues.Whole: var whole } when (whole & PageCues.Footer) != 0 => LineShape.Footer,
            { Cues: var cues } when ((cues.Whole | cues.Start) & PageCues.InlineMarker) != 0 => LineShape.InlineMarker,
            { Date.IsAny: true, Date.Rest.Length: 0 } => LineShape.DateOnly,
            { IsOutlet: true } => LineShape.Source,
            { IsCategory: true } => LineShape.Category,
            { Date.IsAny: true, Date.Rest.Length: < 40, Length: < 70 } => LineShape.DateWithRest,
            { Credit: not null } => LineShape.Credit,
            { Names.IsAll: true, Length: < 70 } => LineShape.Byline,
            { Cues: var cues, Length: < LongestShort } when (cues.Any & PageCues.Footer) != 0 => LineShape.Footer,
            { Cues: var cues, Length: < LongestShort } when (cues.Any & PageCues.Widget) != 0 => LineShape.Widget,
            { Length: <= 12 } => LineShape.Tiny,
            { IsAscii: true, UpperShare: 0, Syllables: >= 4, EndsSentence: false } => LineShape.Slug,
            { Length: < LongestShort } => facts.EndsSentence ? LineShape.ShortStop : LineShape.ShortOpen,
            _ => facts.EndsSentence ? LineShape.LongStop : LineShape.LongOpen,
        };

    static string Collapse(string folded)
    {
        if (!folded.AsSpan().ContainsAny('\u00A0', '\t', '\u200B') && !folded.Contains("  ", StringComparison.Ordinal))
        {
            return folded;
        }

        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    readonly record struct WordCounts(int Syllables, int Capitals, int Functions, int Letters, int UpperLetters, int Digits, uint[] Hashes);

    WordCounts Count(string text, string folded)
    {
        // A syllable, or the end of a clause, takes one character at least.
        var hashes = ArrayPool<uint>.Shared.Rent(text.Length);
        var (count, syllables, capitals, functions, letters, upper, digits) = (0, 0, 0, 0, 0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var (start, hash) = (at, SyllableHash.Empty);
            for (; at < text.Length && Letters.KindsOf(text[at]) is var kinds and not CharKinds.None; at++)
            {
                // One bit each, to be counted without a branch.
                letters += (int)(kinds & CharKinds.Letter);
                digits += (int)(kinds & CharKinds.Digit) / (int)CharKinds.Digit;
                upper += (int)(kinds & CharKinds.Upper) / (int)CharKinds.Upper;
                hash = SyllableHash.Add(hash, folded[at]);
            }

            if (at > start)
            {
                syllables++;
                capitals += (int)(Letters.KindsOf(text[start]) & CharKinds.Upper) / (int)CharKinds.Upper;
                functions += functionWords.Contains(folded.AsSpan(start, at - start), hash) ? 1 : 0;
                hashes[count++] = hash;
            }

            if (at < text.Length && text[at] is '.' or ',' or ';' or ':' or '!' or '?')
            {
                hashes[count++] = LineFacts.ClauseEnd;
            }
        }

        var own = hashes.AsSpan(0, count).ToArray();
        ArrayPool<uint>.Shared.Return(hashes);
        return new WordCounts(syllables, capitals, functions, letters, upper, digits, own);
    }

    static int Percent(int part, int whole) => whole == 0 ? 0 : part * 100 / whole;

    // "Chính trị", "Thời sự > Chính trị", "Kinh tế | Tài chính": section names, alone or in a row.
    bool IsCategory(string key)
    {
        if (key.Length > 90)
        {
            return false;
        }

        if (categories.Contains(key.AsSpan().Trim(" -–•|/>».:#*")))
        {
            return true;
        }

        if (!key.AsSpan().ContainsAny(CategorySeparators))
        {
            return false;
        }

        var (parts, known) = (0, 0);
        foreach (var range in key.AsSpan().SplitAny(CategorySeparators))
        {
            var part = key.AsSpan()[range].Trim();
            parts += part.IsEmpty ? 0 : 1;
            known += categories.Contains(part) ? 1 : 0;
        }

        return parts >= 2 && known * 2 >= parts;
    }

    static ReadOnlySpan<char> OutletPart(string key)
    {
        var part = key.AsSpan().Trim(" ()[].*-–");
        foreach (var label in (ReadOnlySpan<string>)["nguồn:", "theo:", "theo ", "nguồn ", "(theo "])
        {
            if (part.StartsWith(label, StringComparison.Ordinal))
            {
                return part[label.Length..].Trim(" :()");
            }
        }

        return part;
    }

    // "(TTXVN) -", "TTO -", "(Dân trí) -", "Kinhtedothi -" before the first word of the text.
    bool HasDateline(string text, string key)
    {
        var dash = text.AsSpan(0, Math.Min(text.Length, 48)).IndexOfAny('-', '–');
        if (dash <= 0 || text[dash - 1] != ' ')
        {
            return false;
        }

        var opening = key.AsSpan(0, Math.Min(dash, key.Length)).Trim(" ()");
        return outlets.Contains(opening) || (opening.Length <= 14 && IsUpperWord(text.AsSpan(0, dash).Trim(" ()")));
    }

    static bool IsUpperWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c) && c is not ('.' or '/' or '+'))
            {
                return false;
            }
        }

        return word.Length is >= 2 and <= 8;
    }

    // "Trưởng phòng Thủy lợi Lê Văn Tám: …" or "Bà Lê Thị Tám, Trưởng phòng Thủy lợi: …": a name and a position before the colon.
    int SpeakerLength(string text)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, 160)).IndexOf(": ", StringComparison.Ordinal);
        if (colon < 8 || text.Length - colon < 30)
        {
            return 0;
        }

        if (HasSentenceEnd(text.AsSpan(0, colon)))
        {
            return 0;
        }

        // "Ông Nguyễn Văn A: …" is a turn of an interview; a boxed statement gives the position.
        var comma = text.AsSpan(0, colon).IndexOf(", ", StringComparison.Ordinal);
        return NameStart(text, colon) >= 8 || (comma > 0 && colon - comma > 6 && NameStart(text, comma) >= 0) ? colon : 0;
    }

    // Where the longest Vietnamese name begins that ends there: a surname and one to three more capitalised syllables; -1 where none does.
    int NameStart(string text, int end)
    {
        var (start, nameStart) = (end, -1);
        for (var words = 1; words <= 4 && start > 0; words++)
        {
            start = text.LastIndexOf(' ', start - 1) + 1;
            var name = new TextSpan(start, end);
            if (words >= 2 && NameShape.IsName(text, name) && names.HasSurname(text, name))
            {
                nameStart = start;
            }

            start--;
        }

        return nameStart;
    }

    // "TS. Lê Văn Tám" holds a full stop that ends nothing.
    static bool HasSentenceEnd(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny('?', '!'))
        {
            return true;
        }

        for (var at = text.IndexOf(". "); at >= 0; )
        {
            var word = text[..at];
            word = word[(word.LastIndexOf(' ') + 1)..];
            if (word.Length > 4 || !char.IsUpper(word[0]))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOf(". ");
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
