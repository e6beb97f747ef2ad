using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.PageCache;

/// <summary>A newsroom that keeps its pages, as a real one does.</summary>
public sealed class KeepingSqliteNewsroom : SqliteNewsroom
{
    public override Dictionary<string, string?> Settings() => Keeping.In(base.Settings());
}

/// <inheritdoc cref="KeepingSqliteNewsroom"/>
public sealed class KeepingPostgresNewsroom : PostgresNewsroom
{
    public override Dictionary<string, string?> Settings() => Keeping.In(base.Settings());
}

/// <summary>A newsroom that keeps its pages on disk alone, so that every one is read from there.</summary>
public sealed class StoringSqliteNewsroom : SqliteNewsroom
{
    public override Dictionary<string, string?> Settings()
    {
        var settings = base.Settings();
        settings["Sourceline:Pages:DiskMegabytes"] = "100";
        return settings;
    }
}

internal static class Keeping
{
    public static readonly (string Key, string? Value)[] Off =
    [
        ("Sourceline:Pages:MemoryMegabytes", "0"),
        ("Sourceline:Pages:DiskMegabytes", "0"),
    ];

    public static Dictionary<string, string?> In(Dictionary<string, string?> settings)
    {
        settings["Sourceline:Pages:MemoryMegabytes"] = "16";
        return settings;
    }
}
