using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.PageCache;
using Sourceline.Tests.Newsrooms;
using Sourceline.Tests.Site;

namespace Sourceline.Tests.PageCache;

/// <summary>A newsroom whose disk holds some of its pages.</summary>
public sealed class SmallDiskNewsroom : SqliteNewsroom
{
    public override Dictionary<string, string?> Settings()
    {
        var settings = base.Settings();
        settings["Sourceline:Pages:DiskMegabytes"] = "1";
        return settings;
    }
}

/// <summary>Pages that nobody asked for.</summary>
public sealed class PageFillerTests(SmallDiskNewsroom newsroom) : NewsroomTests(newsroom), IClassFixture<SmallDiskNewsroom>
{
    [Fact]
    public async Task Fill_MorePagesThanTheDiskMayHold_HasTheNewestAndStops()
    {
        const int Stories = 150;
        await using (var db = Newsroom.OpenDb())
        {
            var category = new Category { Name = "Tides", Slug = "tides" };
            for (var number = 1; number <= Stories; number++)
                await new StoryBuilder(
                    number,
                    category,
                    $"Tide {number}",
                    null,
                    $"<p>{string.Join(' ', Enumerable.Range(number * 1000, 500))}</p>",
                    Newsroom.Clock.GetUtcNow().UtcDateTime.AddMinutes(number)
                ).SaveAsync(db, Cancel);
        }
        var (store, pages) = (Newsroom.Services.GetRequiredService<PageStore>(), Newsroom.Services.GetRequiredService<CachedPages>());
        await Newsroom.Services.GetServices<IHostedService>().OfType<PageFiller>().Single().FillAsync(Cancel);
        var addresses = await AddressesAsync();
        Assert.True(pages.Holds(addresses[0]));
        Assert.False(pages.Holds(addresses[^1]));
        Assert.InRange(store.Length, 500_000, 1024 * 1024);
    }

    private async Task<List<string>> AddressesAsync()
    {
        await using var db = Newsroom.OpenDb();
        var stories = await db
            .Stories.OrderByDescending(story => story.PublishedUtc)
            .Select(story => new { story.Number, story.Slug })
            .ToListAsync(Cancel);
        return stories.ConvertAll(story => Sourceline.Web.SiteRoutes.Story(story.Number, story.Slug));
    }
}
