using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Archive.Exporting;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Ingest.Importing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Archive.Exporting;

public sealed class ExporterOnSqliteTests(SqliteNewsroom newsroom) : ExporterTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ExporterOnPostgresTests(PostgresNewsroom newsroom) : ExporterTests(newsroom), IClassFixture<PostgresNewsroom>;

public abstract class ExporterTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Export_Import_BringsTheSameStories()
    {
        using var folder = new TestFolder();
        await Newsroom.ImportAsync(
            folder.Write(
                "in.jsonl",
                string.Concat(
                    Enumerable.Range(1, 230).Select(id => Samples.Ninjs("round.example", id, number: 500 + id, category: "Round") + "\n")
                )
            )
        );
        var file = folder.Write("out.jsonl", await ExportAsync(ExportFormat.Ninjs, "round"));

        await using var other = new SqliteNewsroom();
        await other.InitializeAsync();
        var report = await other.ImportAsync(file);

        Assert.Equal(230, report.Count(ImportResult.Stored));
        Assert.Equal(await TextsAsync(Newsroom, "round.example"), await TextsAsync(other, "courier.example"));
    }

    [Theory]
    [InlineData(StoryState.Killed)]
    [InlineData(StoryState.TakenDown)]
    [InlineData(StoryState.Withheld)]
    [InlineData(StoryState.Unpublished)]
    [InlineData(StoryState.Embargoed)]
    [InlineData(StoryState.Scheduled)]
    [InlineData(StoryState.Draft)]
    public async Task Export_StoryThatIsNotPublic_IsLeftOut(StoryState state)
    {
        using var folder = new TestFolder();
        var origin = $"{state}.example".ToLowerInvariant();
        await Newsroom.ImportAsync(
            folder.Write("in.jsonl", Samples.Ninjs(origin, 1, category: $"Hidden {state}", body: "<p>Secret words.</p>"))
        );
        await using var db = Newsroom.OpenDb();
        await db.Stories.Where(s => s.Origin == origin).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, state), Cancel);

        foreach (var format in Enum.GetValues<ExportFormat>())
            Assert.DoesNotContain("Secret words", await ExportAsync(format, $"Hidden {state}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Days_AreCountedInTheSitesTime()
    {
        using var folder = new TestFolder();
        // 2 March, 08:30 UTC, is 13:00 in Kabul.
        await Newsroom.ImportAsync(folder.Write("in.jsonl", Samples.Ninjs("days.example", 1, category: "Days")));
        var day = new DateOnly(2026, 3, 2);

        Assert.NotEmpty(await ExportAsync(ExportFormat.Ninjs, "Days", day, day));
        Assert.Empty(await ExportAsync(ExportFormat.Ninjs, "Days", day.AddDays(1)));
        Assert.Empty(await ExportAsync(ExportFormat.Ninjs, "Days", null, day.AddDays(-1)));
    }

    [Fact]
    public async Task Export_Body_HasAddressesThatHoldAnywhere()
    {
        using var folder = new TestFolder();
        await Newsroom.ImportAsync(
            folder.Write("in.jsonl", Samples.Ninjs("links.example", 1, category: "Links", body: "<p><a href=\"/1\">first</a></p>"))
        );

        Assert.Contains("https://courier.example/1", await ExportAsync(ExportFormat.Ninjs, "Links"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Feed_TellsTheSourcingAndThatNoEditorConfirmedIt()
    {
        using var folder = new TestFolder();
        await Newsroom.ImportAsync(folder.Write("in.jsonl", Samples.Ninjs("told.example", 1, category: "Told")));

        var feed = await ExportAsync(ExportFormat.JsonFeed, "Told");

        Assert.Contains("Quay Gazette", feed, StringComparison.Ordinal);
        Assert.Contains("Not yet checked by an editor", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ToAFileThatFails_LeavesTheOldOne()
    {
        using var folder = new TestFolder();
        var path = folder.Write("out.jsonl", "old");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ExportTarget.WriteAsync(path, _ => throw new InvalidOperationException())
        );

        Assert.Equal("old", await File.ReadAllTextAsync(path, Cancel));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    private async Task<string> ExportAsync(ExportFormat format, string category, DateOnly? from = null, DateOnly? to = null)
    {
        using var output = new MemoryStream();
        await Newsroom.Services.GetRequiredService<Exporter>().WriteAsync(format, new ExportFilter(from, to, category), output, Cancel);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<List<string>> TextsAsync(TestNewsroom newsroom, string origin)
    {
        await using var db = newsroom.OpenDb();
        var versions = await db
            .Versions.Include(v => v.Story)
            .Where(v => v.Story!.Origin == origin)
            .OrderBy(v => v.Story!.Number)
            .ToListAsync(Cancel);
        return versions.ConvertAll(v => $"{v.Story!.Number} {v.Story.PublishedUtc:O} {v.Story.Language} {v.Text} {v.BodyHtml}");
    }
}
