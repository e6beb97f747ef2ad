using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;

namespace Sourceline.Tests.PageCache;

/// <summary>What is believed of the pages on disk after a restart.</summary>
public sealed class RestartTests(StoringSqliteNewsroom newsroom) : ServingTests(newsroom), IClassFixture<StoringSqliteNewsroom>
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        // The planted sections came by no act; such are believed from the next start on.
        await Newsroom.RestartAsync();
    }

    [Fact]
    public async Task Restart_WithActsMeanwhile_KeepsWhatTheyDidNotTouch()
    {
        string[] paths = ["/18343", "/18350", "/category/culture", "/"];
        foreach (var path in paths)
            await PageOfAsync(path);
        await Newsroom.RestartAsync();
        Assert.All(paths, path => Assert.True(Pages.Holds(path), path));

        // A server that keeps nothing on disk is another process to this one's files.
        await ReviseAsync(18343, ActKind.CorrectMinor, "Changed while nobody looked", "<p>Words.</p>");
        foreach (var path in paths)
            await PageOfAsync(path);
        await Newsroom.RestartAsync();
        Assert.All(paths, path => Assert.True(Pages.Holds(path), path));
        Assert.Contains("Changed while nobody looked", await PageOfAsync("/18343"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_AfterActsThatWereNotFollowed_FollowsThemFirst()
    {
        await PageOfAsync("/18350");
        await PageOfAsync("/18351/hostile");
        var id = await IdAsync(18351);
        await Newsroom.RestartAsync(async () =>
        {
            // The server is down: an import or another node writes.
            await using var node = await Newsroom.StartNodeAsync(Keeping.Off);
            await node
                .Services.GetRequiredService<StoryActs>()
                .DoAsync(id, new ActOrder(ActKind.Withhold, "Editor") { Reason = "A reason." }, Cancel);
            await node.StopAsync(Cancel);
        });
        Assert.True(Pages.Holds("/18350"));
        Assert.False(Pages.Holds("/18351/hostile"));
        await ActAsync(18351, ActKind.Release);
    }

    [Fact]
    public async Task Restart_WithAnotherLog_BelievesNothing()
    {
        await PageOfAsync("/18350");
        await Newsroom.RestartAsync(async () =>
        {
            // As after bringing a backup back: the same numbers, other acts.
            await using var node = await Newsroom.StartNodeAsync(Keeping.Off);
            await using var db = node.Services.GetRequiredService<NewsDbFactory>().Create();
            var last = await db.Acts.OrderByDescending(act => act.Sequence).FirstAsync(Cancel);
            last.AtUtc = last.AtUtc.AddDays(-1);
            await db.SaveChangesAsync(Cancel);
            await node.StopAsync(Cancel);
        });
        Assert.False(Pages.Holds("/18350"));
    }

    private async Task<string> PageOfAsync(string path)
    {
        using var reader = Newsroom.Client();
        return await reader.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
    }
}
