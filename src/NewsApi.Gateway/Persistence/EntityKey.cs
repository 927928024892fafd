using NewsApi.Text;

namespace NewsApi.Gateway.Persistence;

/// <summary>The forms in which names are compared: two spellings of one name have one key.</summary>
public static class EntityKey
{
    /// <summary>NFC, lower case, one place for the tone, single blanks.</summary>
    public static string Exact(string name) =>
        Folding.Fold(string.Join(' ', name.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The exact key without marks: "đường" and "duong" are one.</summary>
    public static string Folded(string name) => Folding.StripMarks(Exact(name));

    /// <summary>True where the text has a mark, so that who typed it meant it.</summary>
    public static bool HasMarks(string name) => Exact(name) != Folded(name);
}
