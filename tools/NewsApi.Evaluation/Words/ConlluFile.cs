using NewsApi.Text;

namespace NewsApi.Evaluation.Words;

/// <summary>A sentence of a treebank.</summary>
/// <param name="Text">In NFC.</param>
/// <param name="Words">Spans of <paramref name="Text"/>, marks included, in order; everything but white space is in exactly one.</param>
/// <param name="OpensParagraph">The first of the file, of a document or of a paragraph.</param>
public sealed record ConlluSentence(string Text, IReadOnlyList<TextSpan> Words, bool OpensParagraph);

/// <summary>Reads the words of CoNLL-U files (https://universaldependencies.org/format.html); the other columns are left alone.</summary>
public static class ConlluFile
{
    /// <exception cref="InputException">The file, the line and the reason.</exception>
    public static IReadOnlyList<ConlluSentence> Read(string path)
    {
        var sentences = new List<ConlluSentence>();
        var (text, forms, opens) = ((string?)null, new List<string>(), true);
        var number = 0;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            number++;
            if (line.StartsWith('#'))
            {
                text = TextOf(line) ?? text;
                opens |= line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal);
            }
            else if (line.Length > 0)
            {
                AddForm(line, path, number, forms);
            }
            else if (forms.Count > 0)
            {
                sentences.Add(Align(text ?? string.Join(' ', forms), forms, opens, path, number));
                (text, opens) = (null, false);
                forms.Clear();
            }
        }

        return sentences.Count > 0 ? sentences : throw new InputException($"{path}: no sentences in this file");
    }

    static string? TextOf(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && line[1..equals].Trim() == "text" ? line[(equals + 1)..].Trim().Normalize() : null;
    }

    static void AddForm(string line, string path, int number, List<string> forms)
    {
        var fields = line.Split('\t');
        if (fields.Length != 10)
        {
            throw new InputException($"{path}({number}): {fields.Length} columns in place of 10");
        }

        if (fields[0].Contains('-', StringComparison.Ordinal) || fields[0].Contains('.', StringComparison.Ordinal))
        {
            throw new InputException($"{path}({number}): words of several tokens and empty nodes ({fields[0]}) are not read");
        }

        forms.Add(fields[1].Normalize());
    }

    // Forms and text may differ in their blanks ("3, 5" stands for "3,5").
    static ConlluSentence Align(string text, List<string> forms, bool opens, string path, int number)
    {
        var (words, at) = (new List<TextSpan>(forms.Count), 0);
        foreach (var form in forms)
        {
            var start = -1;
            foreach (var c in form.Where(c => !char.IsWhiteSpace(c)))
            {
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == text.Length || text[at] != c)
                {
                    throw new InputException($"{path}: the sentence before line {number}: its text does not go on with '{form}'");
                }

                start = start < 0 ? at : start;
                at++;
            }

            words.Add(new TextSpan(start, at));
        }

        return string.IsNullOrWhiteSpace(text[at..])
            ? new ConlluSentence(text, words, opens)
            : throw new InputException($"{path}: the sentence before line {number}: its words end before its text");
    }
}
