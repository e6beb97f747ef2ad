using System.Net;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class AddressTestsOnSqlite(SqliteNewsroom newsroom) : AddressTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class AddressTestsOnPostgres(PostgresNewsroom newsroom) : AddressTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>Which addresses answer, and with what.</summary>
public abstract class AddressTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/18343", 200)]
    [InlineData("/18343/veldmark-offers-quays", 200)]
    [InlineData("/category/politics", 200)]
    [InlineData("/category/none", 404)]
    [InlineData("/archive", 200)]
    [InlineData("/archive/2021", 200)]
    [InlineData("/archive/2021/07", 200)]
    [InlineData("/archive/2021/07/19", 200)]
    [InlineData("/archive/2021/07/21", 404)]
    [InlineData("/archive/2021/13", 404)]
    [InlineData("/archive/2021/02/30", 404)]
    [InlineData("/archive/0000/01/01", 404)]
    [InlineData("/archive/twenty", 404)]
    [InlineData("/archive/99999", 404)]
    [InlineData("/source/gazetteer", 200)]
    [InlineData("/source/none", 404)]
    [InlineData("/sources", 200)]
    [InlineData("/category/politics?before=oops", 404)]
    [InlineData("/category/politics?before=44", 404)]
    [InlineData("/99999", 404)]
    [InlineData("/99999999999999999999", 404)]
    [InlineData("/no/such/page", 404)]
    [InlineData("/40", 410)]
    [InlineData("/41/any-slug", 410)]
    [InlineData("/42", 404)]
    [InlineData("/43", 404)]
    [InlineData("/44", 404)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/sitemap.xml", 200)]
    [InlineData("/sitemap-1.xml", 200)]
    [InlineData("/sitemap-900.xml", 404)]
    [InlineData("/feed.rss", 200)]
    [InlineData("/feed.exe", 404)]
    [InlineData("/category/politics/feed.atom", 200)]
    [InlineData("/source/gazetteer/feed.json", 200)]
    [InlineData("/media/none.jpg", 404)]
    public async Task Get_Address_AnswersWith(string path, int status)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/18343/an-older-headline", "/18343/veldmark-offers-quays")]
    [InlineData("/18343/an-older-headline?after=1", "/18343/veldmark-offers-quays?after=1")]
    [InlineData("/018343", "/18343")]
    [InlineData("/18343/", "/18343")]
    [InlineData("/18350/x", "/18350/%DA%A9%D8%AA%D8%A7%D8%A8%D8%AE%D8%A7%D9%86%D9%87%D9%94-%D9%85%D9%84%DB%8C")]
    [InlineData("/category/Politics?before=18343", "/category/politics?before=18343")]
    [InlineData("/archive/", "/archive")]
    [InlineData("/archive/2021/7/19", "/archive/2021/07/19")]
    [InlineData("/archive/2021/7", "/archive/2021/07")]
    [InlineData("/source/GAZETTEER", "/source/gazetteer")]
    [InlineData("/?p=77", "/18343/veldmark-offers-quays")]
    [InlineData("/?p=77&utm_source=x&utm_medium=y", "/18343/veldmark-offers-quays")]
    [InlineData("/?fbclid=x&p=77", "/18343/veldmark-offers-quays")]
    [InlineData("/2021/07/19/old%2Daddress", "/18343/veldmark-offers-quays")]
    [InlineData("/2021/07/19/old-address", "/18343/veldmark-offers-quays")]
    [InlineData("/2021/07/19/Old-Address?utm_source=x", "/18343/veldmark-offers-quays")]
    [InlineData("//evil.example/", "/evil.example")]
    public async Task Get_AnotherAddressOfAPage_RedirectsForEver(string path, string to)
    {
        using var answer = await Reader.GetAsync(new Uri(Newsroom.Address.OriginalString.TrimEnd('/') + path), Cancel);
        Assert.Equal(301, (int)answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.OriginalString);
        // A slug that comes back later must not meet a redirect that a browser kept.
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task Get_PersianSlug_IsAPage()
    {
        using var answer = await GetAsync("/18350/" + Uri.EscapeDataString("کتابخانهٔ-ملی"));
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/18343")]
    [InlineData("/18343/reply/thanks")]
    [InlineData("/search")]
    [InlineData("/api/search")]
    [InlineData("/search/feed.rss")]
    [InlineData("/archive/2021")]
    [InlineData("/sources")]
    [InlineData("/feed.atom")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/site.css")]
    public async Task WhatIsOnlyRead_AskedWithAnotherMethod_SaysWhichThereAre(string path)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await Reader.SendAsync(request, Cancel);
            Assert.Equal((method, path, HttpStatusCode.MethodNotAllowed), (method, path, answer.StatusCode));
            Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
        }
    }

    [Fact]
    public async Task Get_DayInTheSitesZone_HoldsWhatWasPublishedThatDayThere()
    {
        var day = await TextAsync("/archive/2021/07/19");
        Assert.Contains("No. 18351", day, StringComparison.Ordinal);
        Assert.Contains("No. 18343", day, StringComparison.Ordinal);
        Assert.DoesNotContain("No. 18350", day, StringComparison.Ordinal);
        Assert.Contains("href=\"/archive/2021/07/20\"", day, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CategoryBefore_GoesOnAfterThatStory()
    {
        var page = await TextAsync("/category/culture?before=18350");
        Assert.Contains("No. 18351", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No. 18350", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/40")]
    [InlineData("/41")]
    [InlineData("/42")]
    [InlineData("/43")]
    [InlineData("/44")]
    [InlineData("/category/politics")]
    [InlineData("/archive/2021/07")]
    [InlineData("/sources")]
    [InlineData("/source/gazetteer")]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    [InlineData("/source/gazetteer/feed.rss")]
    [InlineData("/sitemap-0.xml")]
    public async Task Get_AnyPage_HoldsNoTextThatIsNotPublic(string path)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("story-4", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/40", "was killed", "Reason 40.")]
    [InlineData("/41", "was taken down", "Reason 41.")]
    [InlineData("/42", "is withheld", "Reason 42.")]
    [InlineData("/43", "is not published at present", "Reason 43.")]
    public async Task Get_StoryThatIsGone_SaysWhy(string path, string words, string reason)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Contains("noindex", text, StringComparison.Ordinal);
    }
}
