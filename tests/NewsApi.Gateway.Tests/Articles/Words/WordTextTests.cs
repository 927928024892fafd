using System.Globalization;
using System.Text;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Articles.Words;

namespace NewsApi.Gateway.Tests.Articles.Words;

public sealed class WordTextTests
{
    static readonly WordSource Nobody = new(null, null, "v");
    static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    /// <summary>Words between bars; a sentence a line. Decomposed marks, no-break blanks, tabs, control characters, an emoji, glued sentences.</summary>
    const string Marked =
        "|Hà Nội| |mưa|.|\n" + "|Hoa\u0300\u00A0bi\u0300nh|\u00A0\t|“|_|”|  |a_b|\\|\u0001|.|\n" + "\n" + "|Ông| |nói|:|\u2003|😀| |3,5|%|";

    [Theory]
    [InlineData("|Hà Nội| |mưa|.|", "Hà_Nội mưa .\n")]
    [InlineData("|Hà\u00A0 Nội|", "Hà_Nội\n")]
    [InlineData("|a_b| |_| |a\\b|", "a\\_b \\_ a\\\\b\n")]
    [InlineData("|a\u0001| |😀|", "a\uFFFD 😀\n")]
    [InlineData("|Một|.|\n|Hai|.|", "Một .\nHai .\n")]
    [InlineData("", "")]
    public void SegmentedText_OfWords_PartsThemByOneBlank(string marked, string expected)
    {
        var (text, sentences) = Read(marked);
        SegmentedText.Of(sentences, text).ShouldBe(expected);
    }

    [Fact]
    public void SegmentedText_OfAnyWords_GivesThemBack()
    {
        var (text, sentences) = Read("|a_b| |c d|\\|_|e\\f|\\_|");
        var words = SegmentedText.Of(sentences, text).TrimEnd('\n').Split(' ').Select(Unescape);
        words.ShouldBe(["a_b", "c d", "\\", "_", "e\\f", "\\_"]);
    }

    [Fact]
    public void ConlluText_OfAnArticle_IsADocumentWithAParagraphForEachLine()
    {
        var (text, sentences) = Read("|Hà Nội| |mưa|.|\n|3| |😀|");
        sentences[0].Tokens[0].Kind = TokenKind.Name;
        sentences[0].Tokens[1].Normal = "mưa to";
        sentences[1].Tokens[0].Kind = TokenKind.Number;
        sentences[1].Tokens[1].Kind = TokenKind.Symbol;
        ConlluText
            .Of(new WordSource(Id, 2, "fake-1"), sentences, text, new OffsetConverter(text, OffsetUnit.Utf8))
            .ShouldBe(
                $"""
                # newdoc id = {Id}
                # revision = 2
                # pipeline_version = fake-1
                # offset_unit = utf8
                # newpar id = {Id}-p1
                # sent_id = {Id}-s1
                # text = Hà Nội mưa.
                1	Hà Nội	Hà Nội	_	_	_	_	_	_	Start=0|End=9|Kind=Name
                2	mưa	mưa to	_	_	_	_	_	_	Start=10|End=14|SpaceAfter=No
                3	.	.	PUNCT	_	_	_	_	_	Start=14|End=15

                # newpar id = {Id}-p2
                # sent_id = {Id}-s2
                # text = 3 😀
                1	3	3	NUM	_	_	_	_	_	Start=16|End=17
                2	😀	😀	SYM	_	_	_	_	_	Start=18|End=22


                """
            );
    }

    [Fact]
    public void ConlluText_OfSentencesThatTouch_SaysSo()
    {
        var text = "Đi!Về!";
        Sentence[] sentences = [Sentence(1, text, 0, "Đi", "!"), Sentence(1, text, 3, "Về", "!")];
        var rows = Rows(ConlluText.Of(Nobody, sentences, text, new OffsetConverter(text, OffsetUnit.Utf16)));
        rows.Select(row => row[9].EndsWith("|SpaceAfter=No", StringComparison.Ordinal)).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public void ConlluText_WithoutWords_IsEmpty()
    {
        Sentence[] sentences =
        [
            new()
            {
                Span = new TextSpan { End = 2 },
                Line = 1,
            },
        ];
        ConlluText.Of(Nobody, sentences, "ab", new OffsetConverter("ab", OffsetUnit.Utf16)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.Codepoint)]
    [InlineData(OffsetUnit.Utf8)]
    public void ConlluText_Offsets_SliceTheWordsOutOfTheText(OffsetUnit unit)
    {
        var (text, sentences) = Read(Marked);
        var rows = Rows(ConlluText.Of(Nobody, sentences, text, new OffsetConverter(text, unit)));
        rows.Select(row => Slice(text, row, unit))
            .ShouldBe(sentences.SelectMany(sentence => sentence.Tokens).Select(token => text[token.Span.Start..token.Span.End]));
    }

    /// <summary>What Universal Dependencies asks of "# text": it is made of the forms, and a blank wherever SpaceAfter=No is not said.</summary>
    [Fact]
    public void ConlluText_Forms_RebuildTheTextOfTheirSentence()
    {
        var (text, sentences) = Read(Marked);
        var blocks = ConlluText.Of(Nobody, sentences, text, new OffsetConverter(text, OffsetUnit.Utf16)).TrimEnd('\n').Split("\n\n");
        blocks.Length.ShouldBe(sentences.Count);
        foreach (var block in blocks)
        {
            var rebuilt = string.Concat(
                    Rows(block).Select(row => row[1] + (row[9].EndsWith("SpaceAfter=No", StringComparison.Ordinal) ? "" : " "))
                )
                .TrimEnd();
            var told = block.Split('\n').Single(line => line.StartsWith("# text = ", StringComparison.Ordinal))["# text = ".Length..];
            string.Join(' ', told.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(rebuilt);
        }
    }

    /// <summary>Words at their offsets, all else filled with blanks: the text again, but for which white space it was.</summary>
    [Fact]
    public void ConlluText_FormsAtTheirOffsets_RebuildTheText()
    {
        var (text, sentences) = Read(Marked);
        var rebuilt = new StringBuilder(new string(' ', text.Length));
        foreach (var row in Rows(ConlluText.Of(Nobody, sentences, text, new OffsetConverter(text, OffsetUnit.Utf16))))
        {
            var (start, end) = Range(row);
            (end - start).ShouldBe(row[1].Length);
            rebuilt.Remove(start, end - start).Insert(start, row[1]);
        }
        rebuilt
            .ToString()
            .ShouldBe(
                string.Concat(
                    text.Select(c =>
                        char.IsWhiteSpace(c) ? ' '
                        : char.IsControl(c) ? '\uFFFD'
                        : c
                    )
                )
            );
    }

    static string Unescape(string word)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
            plain.Append(
                word[i] == '\\' ? word[++i]
                : word[i] == '_' ? ' '
                : word[i]
            );
        return plain.ToString();
    }

    static List<string[]> Rows(string conllu)
    {
        var rows = conllu.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        rows.ShouldAllBe(row => row.Length == 10 && row.All(cell => cell.Length > 0));
        return rows;
    }

    static (int Start, int End) Range(string[] row)
    {
        var misc = row[9].Split('|').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return (int.Parse(misc["Start"], CultureInfo.InvariantCulture), int.Parse(misc["End"], CultureInfo.InvariantCulture));
    }

    /// <summary>What a client that counts in this unit cuts out.</summary>
    static string Slice(string text, string[] row, OffsetUnit unit)
    {
        var (start, end) = Range(row);
        return unit switch
        {
            OffsetUnit.Utf16 => text[start..end],
            OffsetUnit.Codepoint => string.Concat(text.EnumerateRunes().Skip(start).Take(end - start)),
            _ => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text), start, end - start),
        };
    }

    /// <summary>The text without its bars, and the words that stood between them.</summary>
    static (string Text, List<Sentence> Sentences) Read(string marked)
    {
        var text = marked.Replace("|", "");
        var sentences = new List<Sentence>();
        var (start, line) = (0, 0);
        foreach (var part in marked.Split('\n'))
        {
            line++;
            var words = part.Split('|').Where(word => !string.IsNullOrWhiteSpace(word)).ToArray();
            if (words.Length > 0)
                sentences.Add(Sentence(line, text, start, words));
            start += part.Replace("|", "").Length + 1;
        }
        return (text, sentences);
    }

    static Sentence Sentence(int line, string text, int start, params ReadOnlySpan<string> words)
    {
        var sentence = new Sentence { Line = line };
        foreach (var word in words)
        {
            start = text.IndexOf(word, start, StringComparison.Ordinal);
            sentence.Tokens.Add(
                new Token
                {
                    Span = new TextSpan { Start = start, End = start + word.Length },
                    Kind = word is "." or "!" ? TokenKind.Punctuation : TokenKind.Word,
                }
            );
            start += word.Length;
        }
        sentence.Span = new TextSpan { Start = sentence.Tokens[0].Span.Start, End = start };
        return sentence;
    }
}
