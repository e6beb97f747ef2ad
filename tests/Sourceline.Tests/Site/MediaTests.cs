using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class MediaTestsOnSqlite(SqliteNewsroom newsroom) : MediaTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class MediaTestsOnPostgres(PostgresNewsroom newsroom) : MediaTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>Stored files as browsers get them.</summary>
public abstract class MediaTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Fact]
    public async Task Get_SvgWithAScript_IsShownInASandbox()
    {
        var path = await StoreAsync("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", ".svg", "image/svg+xml");
        using var answer = await GetAsync(path);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FileThatABrowserWouldRun_IsSaved()
    {
        var path = await StoreAsync("<script>alert(1)</script>", ".html", "text/html");
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
        db.MediaFiles.Add(new MediaFile { Hash = hash, Extension = extension, MediaType = type, Length = bytes.Length, StoredUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        await db.SaveChangesAsync(Cancel);
        return $"/media/{hash}{extension}";
    }
}
