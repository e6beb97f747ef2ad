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
        _create = options.Value.Database is { Length: > 0 } postgres ? Postgres(postgres, after, logs) : Sqlite(options.Value.DataFolder, after, _sqlite, logs);
    }

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
            .UseNpgsql(connection, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).Options;
        return () => new PostgresNewsDb((DbContextOptions<PostgresNewsDb>)options);
    }

    private static Func<NewsDb> Sqlite(string folder, IInterceptor[] after, SqliteSettings settings, ILoggerFactory logs)
    {
        Directory.CreateDirectory(folder);
        var connection = new SqliteConnectionStringBuilder { DataSource = EmbeddedPath(folder), ForeignKeys = true };
        var options = Common(new DbContextOptionsBuilder<SqliteNewsDb>(), after, logs)
            .UseSqlite(connection.ConnectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(settings).Options;
        return () => new SqliteNewsDb((DbContextOptions<SqliteNewsDb>)options);
    }

    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder builder, IInterceptor[] after, ILoggerFactory logs) => builder
        .UseIdentitySchema()
        .UseLoggerFactory(logs)
        .AddInterceptors(after)
        // A failed command throws, and whoever catches it decides what to say; a fresh database's first look for its history is no failure.
        .ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug)));
}
