using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Data;

/// <summary>Opens the database that the settings name.</summary>
public sealed class NewsDbFactory
{
    private readonly Func<NewsDb> _create;
    private readonly SqliteSettings _sqlite = new();

    public NewsDbFactory(IOptions<SourcelineOptions> options, IEnumerable<IInterceptor> interceptors, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(options);
        IInterceptor[] after = [.. interceptors];
        _create = options.Value.Database is { Length: > 0 } postgres
            ? Postgres(postgres, after, logs)
            : Sqlite(options.Value.DataFolder, after, _sqlite, logs);
    }

    /// <summary>Whether this user may only read the embedded database, because nothing can be written into its folder.</summary>
    public bool IsReadOnly => _sqlite.ReadOnly;

    /// <summary>Where the embedded database lies.</summary>
    public static string EmbeddedPath(string dataFolder) => Path.Combine(dataFolder, "sourceline.db");

    /// <summary>A new context; the caller disposes of it.</summary>
    public NewsDb Create() => _create();

    /// <summary>
    /// From here on this process writes much: the embedded database keeps more pages in memory and copies its log back less often. What is
    /// committed survives a power cut as before.
    /// </summary>
    public void ExpectBulk() => _sqlite.Bulk = true;

    /// <summary>From here on this process, a verb that lives for moments, reads much that lies all over the embedded database.</summary>
    public void ExpectLongReading() => _sqlite.Mapped = true;

    // Collections are loaded in a query each, rather than as a product of rows.
    private static Func<NewsDb> Postgres(string connection, IInterceptor[] after, ILoggerFactory logs)
    {
        var options = Common(new DbContextOptionsBuilder<PostgresNewsDb>(), after, logs)
            .UseNpgsql(connection, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .Options;
        return () => new PostgresNewsDb((DbContextOptions<PostgresNewsDb>)options);
    }

    private static Func<NewsDb> Sqlite(string folder, IInterceptor[] after, SqliteSettings settings, ILoggerFactory logs)
    {
        Directory.CreateDirectory(folder);
        settings.ReadOnly = File.Exists(EmbeddedPath(folder)) && DataFolder.IsReadOnly(folder);
        var connection = settings.ReadOnly
            ? ReadOnly(EmbeddedPath(folder))
            : new SqliteConnectionStringBuilder { DataSource = EmbeddedPath(folder), ForeignKeys = true };
        var options = Common(new DbContextOptionsBuilder<SqliteNewsDb>(), after, logs)
            .UseSqlite(connection.ConnectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(settings)
            .Options;
        return () => new SqliteNewsDb((DbContextOptions<SqliteNewsDb>)options);
    }

    /// <summary>
    /// SQLite makes files for the write-ahead log beside the database even to read it. Where it cannot, it must be told that nobody else
    /// writes (https://www.sqlite.org/wal.html#read_only_databases); a log that is there says that somebody does, and has the files.
    /// </summary>
    private static SqliteConnectionStringBuilder ReadOnly(string path)
    {
        var source = File.Exists(path + "-wal")
            ? path
            : $"file:{Path.GetFullPath(path).Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3f", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal)}?immutable=1";
        return new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly };
    }

    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder builder, IInterceptor[] after, ILoggerFactory logs) =>
        builder
            .UseIdentitySchema()
            .UseLoggerFactory(logs)
            .AddInterceptors(after)
            // A failed command throws, and whoever catches it decides what to say; a fresh database's first look for its history is no failure.
            .ConfigureWarnings(warnings =>
                warnings.Log(
                    (RelationalEventId.CommandError, LogLevel.Debug),
                    (RelationalEventId.ConnectionError, LogLevel.Debug),
                    (CoreEventId.QueryIterationFailed, LogLevel.Debug)
                )
            );
}
