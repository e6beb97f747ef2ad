using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Media;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class MediaTestsOnSqlite(SqliteNewsroom newsroom) : MediaTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class MediaTestsOnPostgres(PostgresNewsroom newsroom) : MediaTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>Stored files as browsers get them.</summary>
public abstract class MediaTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Fact]
    public async Task Get_Picture_IsAskedForAgainAndNotSentAgain()
    {
        var path = await StoreAsync("picture", ".png", "image/png");
        using var answer = await GetAsync(path);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.ETag!.IsWeak);
        Assert.Equal($"\"{path[7..71]}\"", answer.Headers.ETag.Tag);
        using var again = await GetAsync(path, ("If-None-Match", answer.Headers.ETag.ToString()));
        Assert.Equal(304, (int)again.StatusCode);
        Assert.Equal("no-cache", again.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData(".svg", "image/svg+xml")]
    [InlineData(".html", "text/html")]
    public async Task Get_FileThatABrowserWouldRun_IsSaved(string extension, string type)
    {
        var path = await StoreAsync($"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert('{type}')</script></svg>", extension, type);
        using var answer = await GetAsync(path);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory]
    [InlineData("/media/..%2f..%2fsourceline.db")]
    [InlineData("/media/0000000000000000000000000000000000000000000000000000000000000000.png")]
    [InlineData("/media/0000000000000000000000000000000000000000000000000000000000000000.%2e%2e")]
    public async Task Get_WhatIsNotStored_Is404(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private async Task<string> StoreAsync(string text, string extension, string type)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = await Newsroom.Services.GetRequiredService<MediaStore>().StoreAsync(bytes, extension, Cancel);
        await using var db = Newsroom.OpenDb();
        db.MediaFiles.Add(
            new MediaFile
            {
                Hash = hash,
                Extension = extension,
                MediaType = type,
                Length = bytes.Length,
                StoredUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            }
        );
        db.StoryMedia.Add(new StoryMedia { Hash = hash });
        await db.SaveChangesAsync(Cancel);
        return $"/media/{hash}{extension}";
    }
}
