using NewsApi.Language.Documents;

namespace NewsApi.Language.Mentions;

/// <summary>A found span as one number for each piece: 0 for none, else its type and whether the piece is its first.</summary>
static class SpanTags
{
    public static void Write(byte[] tags, int start, int length, EntityType type)
    {
        tags[start] = (byte)(1 + (2 * (int)type));
        tags.AsSpan(start + 1, length - 1).Fill((byte)(2 + (2 * (int)type)));
    }

    public static bool IsInside(byte tag) => tag != 0 && tag % 2 == 0;

    public static EntityType TypeOf(byte tag) => (EntityType)((tag - 1) / 2);
}
