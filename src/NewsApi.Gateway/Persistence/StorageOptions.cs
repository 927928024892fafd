namespace NewsApi.Gateway.Persistence;

/// <summary>Section "Storage".</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file. Relative to the working directory; made, with its folder, when missing. Default "data/news.db".</summary>
    public string Path { get; set; } = "data/news.db";

    /// <summary>How long a connection waits for a lock that another process holds. Default 5 s.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
