using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsApi.Gateway.Persistence;

namespace NewsApi.Gateway.Articles;

/// <summary>Makes the strong entity tags of articles and their parts.</summary>
public static class EntityTag
{
    /// <summary>The way this build writes resources: two builds may write the same article in other bytes.</summary>
    static readonly Guid Build = typeof(EntityTag).Module.ModuleVersionId;

    /// <summary>Of a representation that is made of an article's row and its analysis.</summary>
    /// <param name="form">What else chooses the bytes: media type, offset unit, part.</param>
    public static string Of(ArticleRow article, params ReadOnlySpan<object?> form)
    {
        // Attempts and their failures are shown while the article is pending, and are no changes of the article.
        var hash = Hash([article.Id, article.PipelineVersion, article.UpdatedAt.UtcTicks, article.FailureReason, article.CopyOf, .. form]);
        return $"{article.Revision}-{article.State.ToString().ToLowerInvariant()}-{hash}";
    }

    /// <summary>Of a revision, which never changes.</summary>
    public static string OfRevision(Guid articleId, int number) => $"{number}-{Hash([articleId])}";

    /// <summary>Of bytes that are kept by their hash.</summary>
    /// <param name="mediaType">With a charset, which is what two media types of the same bytes differ in.</param>
    public static string Of(byte[] hash, string mediaType) =>
        $"{Convert.ToHexStringLower(hash)}-{mediaType[(mediaType.IndexOf('=') + 1)..]}";

    static string Hash(ReadOnlySpan<object?> parts)
    {
        var text = new StringBuilder().Append(Build);
        foreach (var part in parts)
            text.Append(CultureInfo.InvariantCulture, $"\n{part}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 12));
    }
}
