using Sourceline.Tests.Newsrooms;
using Sourceline.Tests.PageCache;

namespace Sourceline.Tests.Site;

public sealed class PublicPageTestsOnSqlite(SqliteNewsroom newsroom) : PublicPageTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class PublicPageTestsOnPostgres(PostgresNewsroom newsroom) : PublicPageTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>The same of pages that are kept.</summary>
public sealed class PublicPageTestsKept(KeepingSqliteNewsroom newsroom) : PublicPageTests(newsroom), IClassFixture<KeepingSqliteNewsroom>;

/// <summary>The same of pages that are kept on disk.</summary>
public sealed class PublicPageTestsStored(StoringSqliteNewsroom newsroom) : PublicPageTests(newsroom), IClassFixture<StoringSqliteNewsroom>;

/// <summary>How public pages travel: headers, ETags, compression, and no byte that depends on who asks.</summary>
public abstract class PublicPageTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/18343")]
    [InlineData("/feed.atom")]
    [InlineData("/sitemap.xml")]
    public async Task Get_WithItsETag_Is304(string path)
    {
        using var first = await GetAsync(path);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.True(first.Headers.CacheControl!.NoCache);
        using var again = await GetAsync(path, ("If-None-Match", $"\"other\", W/{tag}"));
        Assert.Equal(304, (int)again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Get_Compressed_HasAnETagOfItsOwn(string coding)
    {
        using var plain = await GetAsync("/18343");
        using var small = await GetAsync("/18343", ("Accept-Encoding", coding));
        Assert.Equal(coding, Assert.Single(small.Content.Headers.ContentEncoding));
        Assert.NotEqual(plain.Headers.ETag, small.Headers.ETag);
        Assert.Contains("Accept-Encoding", small.Headers.Vary);
        Assert.True(small.Content.Headers.ContentLength < 15_000);
        using var refused = await GetAsync("/18343", ("Accept-Encoding", $"{coding};q=0"));
        Assert.Empty(refused.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/18343")]
    [InlineData("/feed.rss")]
    [InlineData("/nothing")]
    [InlineData("/robots.txt")]
    public async Task Head_Page_SaysWhatGetSays(string path)
    {
        using var get = await GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await Reader.SendAsync(request, Cancel);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/18343")]
    [InlineData("/source/gazetteer")]
    [InlineData("/archive/2021/07/19")]
    public async Task Get_ByAnybody_IsTheSameBytes(string path)
    {
        using var one = await GetAsync(path);
        using var other = await GetAsync(
            path,
            ("Cookie", "a=b"),
            ("Accept-Language", "fa"),
            ("User-Agent", "other"),
            ("X-Forwarded-For", "192.0.2.7")
        );
        Assert.Equal(await one.Content.ReadAsByteArrayAsync(Cancel), await other.Content.ReadAsByteArrayAsync(Cancel));
        Assert.False(one.Headers.Contains("Set-Cookie"));
        var html = await one.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("RequestVerificationToken", html, StringComparison.Ordinal);
        Assert.DoesNotContain("nonce", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/18343")]
    [InlineData("/40")]
    [InlineData("/nothing")]
    [InlineData("/feed.json")]
    public async Task Get_AnyAnswer_TellsTheBrowserWhatItMayDo(string path)
    {
        using var answer = await GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_StoryPage_HasNoInlineScriptOrStyle()
    {
        var page = await PageAsync("/18343");
        Assert.All(page.QuerySelectorAll("script:not([src])"), script => Assert.Equal("application/ld+json", script.GetAttribute("type")));
        Assert.All(page.QuerySelectorAll("script[src]"), script => Assert.True(script.HasAttribute("defer")));
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onload], [onerror]"));
    }

    [Fact]
    public async Task Get_StyleSheet_IsSmallAndItsFontsAreThereForEver()
    {
        var page = await PageAsync("/18343");
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var css = await GetAsync(style);
        Assert.Equal(200, (int)css.StatusCode);
        var text = await css.Content.ReadAsStringAsync(Cancel);
        Assert.True(text.Length < 20_000, $"The style sheet has {text.Length} characters.");
        var asked = text.Split("url(\"").Skip(1).Select(part => "/" + part[..part.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.Contains(page.QuerySelector("link[rel=preload]")!.GetAttribute("href")!, asked);
        foreach (var path in asked)
        {
            using var font = await GetAsync(path);
            Assert.Equal(200, (int)font.StatusCode);
            Assert.Equal("font/woff2", font.Content.Headers.ContentType!.MediaType);
            Assert.Contains("immutable", font.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }
}
