using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data.Model;
using Sourceline.PageCache;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.PageCache;

public sealed class KeptPagesTestsOnSqlite(KeepingSqliteNewsroom newsroom) : KeptPagesTests(newsroom), IClassFixture<KeepingSqliteNewsroom>;

public sealed class KeptPagesTestsOnPostgres(KeepingPostgresNewsroom newsroom)
    : KeptPagesTests(newsroom),
        IClassFixture<KeepingPostgresNewsroom>;

/// <summary>What is kept, for how long, and what happens while a page is being made.</summary>
public abstract class KeptPagesTests(TestNewsroom newsroom) : ServingTests(newsroom)
{
    private static int _texts;

    private PageRenderer Renderer => Newsroom.Services.GetRequiredService<PageRenderer>();

    [Fact]
    public async Task Correction_OfOneStory_LeavesPagesWithoutItKept()
    {
        string[] others = ["/18350", "/18351/hostile", "/category/culture", "/source/bakhtar", "/category/culture/feed.rss", "/robots.txt"];
        string[] own = ["/18343", "/category/politics", "/source/gazetteer", "/feed.rss", "/", "/archive/2021/07/19", "/sitemap-1.xml"];
        await ReviseAsync(
            18343,
            ActKind.CorrectMinor,
            $"A headline {Next()}",
            $"<p>The quays are open, the Gazetteer newspaper reported on Sunday.</p><p>{Next()}</p>"
        );
        foreach (var path in others.Concat(own))
            Assert.True((await GetAsync(path)).IsSuccessStatusCode, path);
        Assert.All(others.Concat(own), path => Assert.NotNull(Pages.Find(path)));
        await ReviseAsync(
            18343,
            ActKind.CorrectMaterial,
            $"Another headline {Next()}",
            $"<p>The quays are closed, the Gazetteer newspaper reported on Sunday.</p><p>{Next()}</p>"
        );
        Assert.All(others, path => Assert.NotNull(Pages.Find(path)));
        Assert.All(own, path => Assert.Null(Pages.Find(path)));
    }

    [Fact]
    public async Task Act_OnATranslation_TouchesTheOthersWhereTheyShowOfIt()
    {
        var translations = Newsroom.Services.GetRequiredService<TranslationActs>();
        await translations.LinkAsync(new TranslationOrder(await IdAsync(18350), "Editor"), 18351, Cancel);
        try
        {
            Assert.True(await IsKeptAsync(() => ReviseAsync(18350, ActKind.Draft, $"سرخط {Next()}", $"<p>متن {Next()}.</p>")));
            Assert.False(await IsKeptAsync(() => ActAsync(18350, ActKind.Withhold)));
            Assert.False(await IsKeptAsync(() => ActAsync(18350, ActKind.Release)));
        }
        finally
        {
            await translations.UnlinkAsync(new TranslationOrder(await IdAsync(18350), "Editor"), Cancel);
        }
        Assert.True(await IsKeptAsync(() => ActAsync(18350, ActKind.Withhold)));
        await ActAsync(18350, ActKind.Release);

        async Task<bool> IsKeptAsync(Func<Task> act)
        {
            await TextAsync("/18351/hostile");
            Assert.NotNull(Pages.Find("/18351/hostile"));
            await act();
            return Pages.Find("/18351/hostile") is not null;
        }
    }

    [Fact]
    public async Task Act_OnOneStory_LeavesOtherDaysOfTheArchiveKept()
    {
        string[] days = ["/archive/2021/07/19", "/archive/2021/07/20"];
        foreach (var day in days)
            Assert.True((await GetAsync(day)).IsSuccessStatusCode, day);
        Assert.All(days, day => Assert.NotNull(Pages.Find(day)));
        await ReviseAsync(18351, ActKind.Draft, "A draft", $"<p>Nobody sees it yet {Next()}.</p>");
        Assert.Equal([false, true], days.Select(day => Pages.Find(day) is not null));
    }

    [Fact]
    public async Task Reply_Held_TouchesNothing()
    {
        await TextAsync("/18343");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["name"] = "Ida",
                ["email"] = "ida@mail.example",
                ["reply"] = $"Well said {Next()}",
            }
        );
        using var answer = await Reader.PostAsync(new Uri("/18343/reply", UriKind.Relative), form, Cancel);
        Assert.Equal(303, (int)answer.StatusCode);
        Assert.NotNull(Pages.Find("/18343"));
    }

    [Theory]
    [InlineData("/18343", true)]
    [InlineData("/40", true)]
    [InlineData("/42", false)]
    [InlineData("/nothing", false)]
    [InlineData("/18343/wrong-slug", false)]
    [InlineData("/18343?after=7", false)]
    [InlineData("/18343?parent=7", false)]
    [InlineData("/sources?after=anything", false)]
    [InlineData("/?p=77", false)]
    [InlineData("/category/culture?before=18350", true)]
    [InlineData("/Category/culture", false)]
    [InlineData("/sitemap-1.xml", true)]
    [InlineData("/sitemap-01.xml", false)]
    public async Task Page_IsKept_WhereItsAddressIsItsOwn(string path, bool kept)
    {
        using var answer = await GetAsync(path);
        Assert.True(kept == Pages.Find(path) is not null, $"{path} answered {(int)answer.StatusCode}.");
    }

    [Fact]
    public async Task Page_WithParametersThatItDoesNotRead_IsTheSamePage()
    {
        var page = await TextAsync("/18350");
        var made = await CountAsync(async () => Assert.Equal(page, await TextAsync("/18350?utm_source=letter&x=%2F")));
        Assert.Equal(0, made);
        Assert.Null(Pages.Find("/18350?utm_source=letter&x=%2F"));
        using var moved = await GetAsync("/18350/old?utm_source=letter");
        Assert.EndsWith("?utm_source=letter", moved.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AskedForByMany_IsMadeOnce()
    {
        var made = await CountAsync(
            async () =>
            {
                var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TextAsync("/archive/2021/07/19")));
                Assert.Single(answers.Distinct());
            },
            slow: true
        );
        Assert.Equal(1, made);
    }

    /// <summary>The page reads the story, the act is done and answered, the page is finished: it must be given to nobody who asks after the act.</summary>
    [Fact]
    public async Task Act_WhileAPageIsMade_IsSeenByWhoeverAsksAfterIt()
    {
        var pipeline = Renderer.Pipeline!;
        var (read, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        Renderer.Pipeline = async context =>
        {
            await pipeline(context);
            if (context.Request.Path != "/18343" || !read.TrySetResult())
                return;
            await go.Task;
        };
        try
        {
            await ReviseAsync(18343, ActKind.CorrectMinor, "The text before", $"<p>Old words {Next()}.</p>");
            var early = TextAsync("/18343");
            await read.Task;
            await ReviseAsync(18343, ActKind.CorrectMinor, "The text after", $"<p>New words {Next()}.</p>");
            var late = TextAsync("/18343");
            Assert.Contains("The text after", await late, StringComparison.Ordinal);
            go.SetResult();
            Assert.Contains("The text before", await early, StringComparison.Ordinal);
            Assert.Contains("The text after", await TextAsync("/18343"), StringComparison.Ordinal);
        }
        finally
        {
            go.TrySetResult();
            Renderer.Pipeline = pipeline;
        }
    }

    [Fact]
    public async Task Page_ThatCannotBeMade_IsAnErrorAndNotKept()
    {
        var pipeline = Renderer.Pipeline!;
        Renderer.Pipeline = _ => throw new InvalidOperationException("A template is broken.");
        using (var broken = await GetAsync("/archive/2021"))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
            Assert.True(broken.Headers.CacheControl!.NoStore);
        }
        Renderer.Pipeline = pipeline;
        using var whole = await GetAsync("/archive/2021");
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Fact]
    public async Task Act_OnAnotherNode_IsSeenWithinASecond()
    {
        await using var node = await Newsroom.StartNodeAsync();
        using var reader = new HttpClient { BaseAddress = new Uri(node.Urls.First()) };
        var headline = $"The headline of another node {Next()}";
        await reader.GetStringAsync(new Uri("/18343", UriKind.Relative), Cancel);
        await ReviseAsync(18343, ActKind.CorrectMinor, headline, $"<p>Words {Next()}.</p>");
        var clock = Stopwatch.StartNew();
        while (!(await reader.GetStringAsync(new Uri("/18343", UriKind.Relative), Cancel)).Contains(headline, StringComparison.Ordinal))
        {
            Assert.True(clock.ElapsedMilliseconds < 1000, "The other node still shows the old page after a second.");
            await Task.Delay(10, Cancel);
        }
        await node.StopAsync(Cancel);
    }

    private static int Next() => Interlocked.Increment(ref _texts);

    /// <summary>How many pages are made meanwhile.</summary>
    private async Task<int> CountAsync(Func<Task> work, bool slow = false)
    {
        var pipeline = Renderer.Pipeline!;
        var made = 0;
        Renderer.Pipeline = async context =>
        {
            Interlocked.Increment(ref made);
            if (slow)
                await Task.Delay(300, Cancel);
            await pipeline(context);
        };
        try
        {
            await work();
        }
        finally
        {
            Renderer.Pipeline = pipeline;
        }
        return made;
    }
}
