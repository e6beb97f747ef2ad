using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class ErrorPageTestsOnSqlite(SqliteNewsroom newsroom) : ErrorPageTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ErrorPageTestsOnPostgres(PostgresNewsroom newsroom) : ErrorPageTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>What is answered where something is broken, and where there is nothing.</summary>
public abstract class ErrorPageTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Theory]
    [InlineData("/18343")]
    [InlineData("/feed.rss")]
    [InlineData("/18343/reply/thanks")]
    public async Task Get_WhatIsBroken_SaysSoAndNoMore(string path)
    {
        await RenameAsync("Versions", "Broken");
        try
        {
            using var answer = await GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.Equal(500, (int)answer.StatusCode);
            Assert.Contains("Something went wrong", text, StringComparison.Ordinal);
            Assert.Contains("The Test Courier", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Versions", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Null(answer.Headers.ETag);
            Assert.Contains(
                "default-src 'none'",
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
                StringComparison.Ordinal
            );
            Assert.Contains(Newsroom.Log.Messages, message => message.Contains("Versions", StringComparison.Ordinal));
        }
        finally
        {
            await RenameAsync("Broken", "Versions");
        }
    }

    [Fact]
    public async Task Get_PageOfAnotherSliceThatFindsNothing_IsTheSites404()
    {
        using var desk = await DeskClient.EnterAsync(Newsroom, "Ida");
        foreach (var path in new[] { "/99999/reply/thanks", "/desk/replies/99999", "/desk/stories/99999" })
        {
            using var answer = await desk.Browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            Assert.Equal(404, (int)answer.StatusCode);
            Assert.Contains("There is no page at this address", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/source/none/feed.rss")]
    [InlineData("/category/none/feed.json")]
    [InlineData("/sitemap-77.xml")]
    [InlineData("/media/none.png")]
    public async Task Get_WhatIsForProgramsAndNotThere_HasNoPage(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    private async Task RenameAsync(string from, string to)
    {
        await using var db = Newsroom.OpenDb();
#pragma warning disable EF1002 // Two names of the tests' own.
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{from}\" RENAME TO \"{to}\"", Cancel);
#pragma warning restore EF1002
    }
}
