using Npgsql;

namespace Sourceline.Tests.Newsrooms;

/// <summary>A newsroom on the embedded database.</summary>
public class SqliteNewsroom : TestNewsroom;

/// <summary>
/// A newsroom on PostgreSQL, in a database of its own on the server that <c>SOURCELINE_TEST_POSTGRES</c> names; <c>eng/test</c> starts
/// a throw-away one.
/// </summary>
public class PostgresNewsroom : TestNewsroom
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("SOURCELINE_TEST_POSTGRES");

    private readonly string _name = $"sourceline_{Guid.NewGuid():n}";

    public override string? Missing => string.IsNullOrEmpty(Server) ? "SOURCELINE_TEST_POSTGRES names no PostgreSQL server." : null;

    protected override string Database => new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>Makes the database with nothing in it, not even tables.</summary>
    public Task CreateDatabaseAsync() => RunAsync($"CREATE DATABASE {_name}");

    protected override async Task PrepareDatabaseAsync() =>
        await RunAsync($"CREATE DATABASE {_name} TEMPLATE {await TemplateDatabase.PostgresAsync(Server!)}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        if (Missing is not null)
            return;
        await RunAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static Task RunAsync(string sql) => TemplateDatabase.RunAsync(Server!, sql);
}
