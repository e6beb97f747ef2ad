using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Tests.Backups;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Data;

/// <summary>The lists by which a start sees that the database is up to date.</summary>
public sealed class KnownMigrationsListTests
{
    [Fact]
    public void OfSqlite_IsWhatEfCoreFinds()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        Assert.Equal(db.Database.GetMigrations(), KnownMigrations.OfSqlite);
    }

    [Fact]
    public void OfPostgres_IsWhatEfCoreFinds()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);
        Assert.Equal(db.Database.GetMigrations(), KnownMigrations.OfPostgres);
    }
}

/// <summary>How a start sees whether the database is up to date.</summary>
public abstract class KnownMigrationsTests(TestNewsroom newsroom, RestoredNewsroom another) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Prepare_UpToDate_DoesWithoutEfCoresHistory()
    {
        Newsroom.Log.WithCommands = true;
        await Newsroom.Services.PrepareNewsDataAsync(Cancel);
        Assert.Equal(0, Asked());
        await using var db = Newsroom.OpenDb();
        await db.Database.GetAppliedMigrationsAsync(Cancel);
        Assert.NotEqual(0, Asked());
        Newsroom.Log.WithCommands = false;
    }

    [Fact]
    public async Task AreApplied_OneMissing_IsFalse()
    {
        await using var db = Newsroom.OpenDb();
        Assert.True(await KnownMigrations.AreAppliedAsync(db, Cancel));
        var one = (db is PostgresNewsDb ? KnownMigrations.OfPostgres : KnownMigrations.OfSqlite)[^1];
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE "__EFMigrationsHistory" SET "MigrationId" = 'aside' WHERE "MigrationId" = {one}""",
            Cancel
        );
        var areApplied = await KnownMigrations.AreAppliedAsync(db, Cancel);
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE "__EFMigrationsHistory" SET "MigrationId" = {one} WHERE "MigrationId" = 'aside'""",
            Cancel
        );
        Assert.False(areApplied);
        Assert.True(await KnownMigrations.AreAppliedAsync(db, Cancel));
    }

    [Fact]
    public async Task AreApplied_NoDatabaseYet_IsFalse()
    {
        await using var services = another.Services(Newsroom);
        await using var db = services.GetRequiredService<NewsDbFactory>().Create();
        Assert.False(await KnownMigrations.AreAppliedAsync(db, Cancel));
        await services.PrepareNewsDataAsync(Cancel);
        Assert.True(await KnownMigrations.AreAppliedAsync(db, Cancel));
    }

    private int Asked() => Newsroom.Log.Messages.Count(message => message.Contains("__EFMigrationsHistory", StringComparison.Ordinal));
}

public sealed class KnownMigrationsOnSqlite(SqliteNewsroom newsroom, RestoredNewsroom another)
    : KnownMigrationsTests(newsroom, another),
        IClassFixture<SqliteNewsroom>,
        IClassFixture<RestoredNewsroom>;

public sealed class KnownMigrationsOnPostgres(PostgresNewsroom newsroom, RestoredNewsroom another)
    : KnownMigrationsTests(newsroom, another),
        IClassFixture<PostgresNewsroom>,
        IClassFixture<RestoredNewsroom>;
