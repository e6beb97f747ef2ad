using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest.Importing;

public sealed class KilledImportOnSqliteTests(SqliteNewsroom newsroom) : KilledImportTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class KilledImportOnPostgresTests(PostgresNewsroom newsroom) : KilledImportTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>The import runs as a process of its own and is killed without warning, again and again.</summary>
public abstract class KilledImportTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const int Items = 5000;
    private const int Kills = 4;

    [Fact]
    public async Task Import_KilledAtAnyMoment_LosesNothingAndDoublesNothing()
    {
        using var folder = new TestFolder();
        var file = folder.Write(
            "many.jsonl",
            string.Concat(Enumerable.Range(1, Items).Select(id => Samples.Ninjs("killed.example", id, number: id) + "\n"))
        );
        var (said, cutShort) = (0L, 0);
        for (var round = 0; round < Kills; round++)
        {
            // The first is killed as soon as it says that something is stored, the others at some moment after that.
            said = Math.Max(
                said,
                await ImportProcess.RunAsync(Newsroom, file, killAfter: TimeSpan.FromMilliseconds(Random.Shared.Next(1500) * round))
            );
            var stored = await StoredAsync();
            Assert.InRange(stored, said, Items);
            if (stored is > 0 and < Items)
                cutShort++;
        }
        Assert.True(cutShort > 0, "Every import was over before it was killed.");

        var before = await StoredAsync();
        var passedOver = await ImportProcess.FinishAsync(Newsroom, file);

        // Where one came to its end before it was killed, the next began anew.
        Assert.InRange(passedOver, before < Items ? before : 0, before);
        Assert.Equal(Items, await StoredAsync());
        await using var db = Newsroom.OpenDb();
        Assert.Empty(await db.ImportCheckpoints.ToListAsync(Cancel));
        Assert.Equal(Items, await db.Stories.Select(s => s.Number).Distinct().CountAsync(Cancel));
        Assert.Equal(Items, await db.Versions.CountAsync(Cancel));
        Assert.Equal(Items, await db.Acts.CountAsync(Cancel));
        Assert.Equal(Items, await db.WireItems.CountAsync(Cancel));
        Assert.Equal(Items, await db.Acts.MaxAsync(a => a.Sequence, Cancel));
    }

    private async Task<int> StoredAsync()
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.CountAsync(Cancel);
    }
}
