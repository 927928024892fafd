namespace NewsApi.Language.Lexicons;

/// <summary>
/// Phrases as a tree of letters, to find all that begin at a place of a text in one walk. A walk starts at <see cref="Root"/>, takes one letter at a time,
/// and ends at <see cref="None"/>, where no phrase goes on.
/// </summary>
sealed class PhraseTrie
{
    public const int Root = 0;
    public const int None = -1;

    // Nodes stand in the order of their depth, so that the children of one stand side by side, in the order of their letters.
    readonly char[] letters;
    readonly int[] firstChild;
    readonly int[] values;

    // Most walks end at their first letter: for those below U+2000 a table.
    readonly int[] firstLetters = new int[0x2000];

    /// <param name="phrases">None is empty, no value is 0.</param>
    public PhraseTrie(IReadOnlyDictionary<string, int> phrases)
    {
        var sorted = phrases.OrderBy(phrase => phrase.Key, StringComparer.Ordinal).ToArray();
        var pending = new Queue<(int From, int To, int Depth)>([(0, sorted.Length, 0)]);
        var (letters, firstChild, values) = (new List<char> { '\0' }, new List<int>(), new List<int>());
        for (var next = 1; pending.TryDequeue(out var node); )
        {
            var (from, to, depth) = node;
            var isPhrase = from < to && sorted[from].Key.Length == depth;
            values.Add(isPhrase ? sorted[from++].Value : 0);
            firstChild.Add(next);
            for (; from < to; next++)
            {
                var letter = sorted[from].Key[depth];
                var end = from;
                while (end < to && sorted[end].Key[depth] == letter)
                {
                    end++;
                }

                letters.Add(letter);
                pending.Enqueue((from, end, depth + 1));
                from = end;
            }
        }

        firstChild.Add(letters.Count);
        (this.letters, this.firstChild, this.values) = ([.. letters], [.. firstChild], [.. values]);
        for (var c = 0; c < firstLetters.Length; c++)
        {
            firstLetters[c] = ChildOf(Root, (char)c);
        }
    }

    /// <summary>The value of the phrase that ends here; 0 where none does.</summary>
    public int ValueAt(int node) => values[node];

    public int Next(int node, char letter) => node == Root && letter < firstLetters.Length ? firstLetters[letter] : ChildOf(node, letter);

    int ChildOf(int node, char letter)
    {
        for (var child = firstChild[node]; child < firstChild[node + 1]; child++)
        {
            if (letters[child] >= letter)
            {
                return letters[child] == letter ? child : None;
            }
        }

        return None;
    }
}
