using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sourceline.Data;

namespace Sourceline.Tests.Newsrooms;

/// <summary>An empty database of each kind that all migrations have been applied to, made once a run and copied for every newsroom.</summary>
internal static class TemplateDatabase
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    private static string? _sqlite;
    private static string? _postgres;

    /// <summary>The path of an SQLite file that nobody has open.</summary>
    public static async Task<string> SqliteAsync()
    {
        await Turn.WaitAsync();
        try
        {
            return _sqlite ??= await MakeSqliteAsync();
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>The name of a database on this PostgreSQL server that nobody is connected to.</summary>
    public static async Task<string> PostgresAsync(string server)
    {
        await Turn.WaitAsync();
        try
        {
            return _postgres ??= await MakePostgresAsync(server);
        }
        finally
        {
            Turn.Release();
        }
    }

    public static async Task RunAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"sourceline-template-{Guid.NewGuid():n}.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        // No pool keeps it open: once the last connection is closed, its log is in the file and gone.
        var connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString;
        var options = new DbContextOptionsBuilder<SqliteNewsDb>();
        options.UseIdentitySchema().UseSqlite(connection);
        await using var db = new SqliteNewsDb(options.Options);
        await db.Database.MigrateAsync();
        return path;
    }

    private static async Task<string> MakePostgresAsync(string server)
    {
        var name = $"sourceline_template_{Guid.NewGuid():n}";
        AppDomain.CurrentDomain.ProcessExit += (_, _) => RunAsync(server, $"DROP DATABASE IF EXISTS {name}").GetAwaiter().GetResult();
        await RunAsync(server, $"CREATE DATABASE {name}");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString;
        var options = new DbContextOptionsBuilder<PostgresNewsDb>();
        options.UseIdentitySchema().UseNpgsql(connection);
        await using var db = new PostgresNewsDb(options.Options);
        await db.Database.MigrateAsync();
        return name;
    }
}
