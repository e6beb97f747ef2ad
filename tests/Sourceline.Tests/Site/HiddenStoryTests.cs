using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Media;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class HiddenStoryTestsOnSqlite(SqliteNewsroom newsroom) : HiddenStoryTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class HiddenStoryTestsOnPostgres(PostgresNewsroom newsroom) : HiddenStoryTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>What is not published shows nowhere, and what never was is not known to exist, whatever date it has.</summary>
public abstract class HiddenStoryTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    public static TheoryData<long> OncePublic => [.. SiteSeed.OncePublic.Select(story => story.Number)];

    public static TheoryData<long> NeverPublic => [.. SiteSeed.NeverPublic.Select(story => story.Number)];

    public static TheoryData<long> All => [.. SiteSeed.OncePublic.Concat(SiteSeed.NeverPublic).Select(story => story.Number)];

    [Theory]
    [MemberData(nameof(NeverPublic))]
    public async Task Get_StoryThatNeverWasPublic_IsThePlain404(long number)
    {
        foreach (var path in new[] { $"/{number}", $"/{number}/story-{number}", $"/old/{number}", $"/{number}/reply/thanks" })
        {
            using var answer = await GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.Equal(404, (int)answer.StatusCode);
            Assert.Contains("There is no page at this address", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"Reason {number}", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"No. {number}", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(OncePublic))]
    public async Task Get_StoryThatWasPublic_IsTheNotice(long number)
    {
        using var answer = await GetAsync($"/{number}");
        Assert.Equal(number is 40 or 41 ? 410 : 404, (int)answer.StatusCode);
        Assert.Contains($"Reason {number}", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var old = await GetAsync($"/old/{number}");
        Assert.Equal(301, (int)old.StatusCode);
        Assert.Equal($"/{number}", old.Headers.Location!.OriginalString);
    }

    [Theory]
    [MemberData(nameof(NeverPublic))]
    public async Task Get_ListBeforeAStoryThatNeverWasPublic_Is404(long number)
    {
        foreach (var list in new[] { "/category/politics", "/archive/2021/07/19", "/source/gazetteer" })
        {
            using var answer = await GetAsync($"{list}?before={number}");
            Assert.Equal(404, (int)answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_WhateverListsStories_LeavesItOut(long number)
    {
        foreach (
            var path in new[]
            {
                "/",
                "/category/politics",
                "/archive",
                "/archive/2021",
                "/archive/2021/07",
                "/archive/2021/07/19",
                "/sources",
                "/source/gazetteer",
                "/feed.rss",
                "/feed.atom",
                "/feed.json",
                "/category/politics/feed.json",
                "/source/gazetteer/feed.rss",
                "/sitemap.xml",
                "/sitemap-1.xml",
            }
        )
        {
            var text = await TextAsync(path);
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"/{number}/", text, StringComparison.Ordinal);
        }
        foreach (var path in new[] { $"/source/secret-{number}", $"/source/secret-{number}/feed.rss", "/sitemap-0.xml" })
        {
            using var answer = await GetAsync(path);
            Assert.Equal(404, (int)answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_FileOfAStoryThatIsNotPublished_Is404(long number)
    {
        var path = await StoreAsync($"picture of {number}", number);
        using var answer = await GetAsync(path);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Get_FileOfAStoryThatIsKilled_Is404FromThenOn()
    {
        var path = await StoreAsync("picture of the day", 18351);
        using var shown = await GetAsync(path);
        Assert.Equal(200, (int)shown.StatusCode);
        await SetStateAsync(18351, StoryState.Killed);
        try
        {
            using var gone = await GetAsync(path, ("If-None-Match", shown.Headers.ETag!.ToString()));
            Assert.Equal(404, (int)gone.StatusCode);
        }
        finally
        {
            await SetStateAsync(18351, StoryState.Published);
        }
    }

    [Fact]
    public async Task Get_AddressThatAStoryHasHereToo_DoesNotRedirectToItself()
    {
        using var page = await GetAsync("/18343/veldmark-offers-quays");
        Assert.Equal(200, (int)page.StatusCode);
        using var odd = await GetAsync("/18343/veldmark-offers-quays?after=oops");
        Assert.Equal(404, (int)odd.StatusCode);
    }

    private async Task<string> StoreAsync(string text, long number)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = await Newsroom.Services.GetRequiredService<MediaStore>().StoreAsync(bytes, ".png", Cancel);
        await using var db = Newsroom.OpenDb();
        var story = await db.Stories.SingleAsync(known => known.Number == number, Cancel);
        db.StoryMedia.Add(
            new StoryMedia
            {
                StoryId = story.Id,
                Hash = hash,
                File = new MediaFile
                {
                    Hash = hash,
                    Extension = ".png",
                    MediaType = "image/png",
                    Length = bytes.Length,
                    StoredUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                },
            }
        );
        await db.SaveChangesAsync(Cancel);
        return $"/media/{hash}.png";
    }

    private async Task SetStateAsync(long number, StoryState state)
    {
        await using var db = Newsroom.OpenDb();
        await db
            .Stories.Where(story => story.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(story => story.State, state), Cancel);
    }
}
