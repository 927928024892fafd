using NewsApi.Language.Mentions;
using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Tests.Mentions;

/// <summary>Lines read with a lexicon of a few phrases.</summary>
static class TestLines
{
    static readonly SentenceSplitter Splitter = SentenceSplitter.Load();
    static readonly PieceReader Reader = new(SyllableLexicon.Load());

    static readonly NameLexicon Lexicon = new([
        ("Bến Sậy", NameClass.District),
        ("Sậy", NameClass.Nature),
        ("ủy ban", NameClass.BodyHead),
        ("ủy ban xã", NameClass.BodyHead),
        ("ngày", NameClass.DateWord),
        ("hơn", NameClass.Comparator),
        ("Hội Ghe", NameClass.StateBody),
        ("giám đốc", NameClass.Title),
        ("phó", NameClass.TitleModifier),
    ]);

    public static MentionText Read(string line) => MentionText.Read(line, Splitter, Reader, Lexicon);

    public static int Find(MentionText text, string piece)
    {
        for (var at = MentionText.First; at < text.End; at++)
        {
            if (text.SpanOf(at, 1).Slice(text.Text) == piece)
            {
                return at;
            }
        }

        throw new ArgumentException($"“{text.Text}” has no piece “{piece}”", nameof(piece));
    }
}
