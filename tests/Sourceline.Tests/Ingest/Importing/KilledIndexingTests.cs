using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest.Importing;

public sealed class KilledIndexingOnSqliteTests(SqliteNewsroom newsroom) : KilledIndexingTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class KilledIndexingOnPostgresTests(PostgresNewsroom newsroom)
    : KilledIndexingTests(newsroom),
        IClassFixture<PostgresNewsroom>;

/// <summary>Where no server runs the import keeps the search index itself, beside the storing.</summary>
public abstract class KilledIndexingTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const int Items = 1500;

    [Fact]
    public async Task Import_KilledWhereNoServerRuns_LeavesLogLeansAndIndexInStep()
    {
        using var folder = new TestFolder();
        var file = folder.Write(
            "few.jsonl",
            string.Concat(Enumerable.Range(1, Items).Select(id => Samples.Ninjs("indexed.example", id) + "\n"))
        );
        VerbRun? check = null;
        await Newsroom.RestartAsync(async () =>
        {
            for (var round = 0; round < 2; round++)
                await ImportProcess.RunAsync(Newsroom, file, killAfter: TimeSpan.FromMilliseconds(Random.Shared.Next(500) * round));
            await ImportProcess.RunAsync(Newsroom, file, killAfter: null);
            check = await Verbs.RunAsync(Newsroom, "check");
        });

        Assert.True(check!.Code == 0, check.Output + check.Errors);
        Assert.Contains(" 0 acts behind the log", check.Output, StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        Assert.Equal(Items, await db.Stories.CountAsync(Cancel));
        Assert.Equal(Items, await db.Statements.CountAsync(statement => statement.Ordinal == 1, Cancel));
    }
}
