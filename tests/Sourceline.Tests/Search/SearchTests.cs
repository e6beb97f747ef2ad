using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.EventLog;
using Sourceline.Search.Index;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Search;

/// <summary>The base of tests that ask the search over HTTP; its stories are planted once a newsroom.</summary>
public abstract class SearchTests(TestNewsroom newsroom) : NewsroomTests(newsroom), IAsyncLifetime
{
    protected HttpClient Reader { get; private set; } = newsroom.Client();

    public virtual async ValueTask InitializeAsync()
    {
        await using (var db = Newsroom.OpenDb())
        {
            if (await db.Stories.AnyAsync(Cancel))
                return;
            await PlantAsync(db);
        }
        await RebuildAsync();
    }

    public ValueTask DisposeAsync()
    {
        Reader.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected virtual Task PlantAsync(NewsDb db) => SearchSeed.PlantAsync(db, Cancel);

    /// <summary>Builds the index anew, as rows that were planted past the log need it, and waits until the server has taken it up.</summary>
    protected async Task RebuildAsync()
    {
        var index = Newsroom.Services.GetRequiredService<SearchIndex>();
        await UntilAsync(() => Task.FromResult(index.IsWhole), 30);
        await Newsroom.Services.GetServices<Projection>().OfType<SearchProjection>().Single().RebuildAsync((_, _) => { }, Cancel);
        var current = Newsroom.Services.GetRequiredService<IndexFolder>().Current();
        await UntilAsync(() => Task.FromResult(index.IsWhole && index.Open?.Folder == current), 30);
    }

    /// <summary>Stops the server and starts it again, at another port.</summary>
    protected async Task RestartAsync(Func<Task> meanwhile)
    {
        await Newsroom.RestartAsync(meanwhile);
        Reader.Dispose();
        Reader = Newsroom.Client();
    }

    /// <summary>What <c>/api/search</c> says.</summary>
    protected async Task<JsonElement> AskAsync(string query)
    {
        using var answer = await Reader.GetAsync(new Uri($"/api/search?{query}", UriKind.Relative), Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{query}: {answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The numbers of the stories on the first page.</summary>
    protected async Task<long[]> NumbersAsync(string query) => Numbers(await AskAsync(query));

    protected static long[] Numbers(JsonElement answer) =>
        [.. answer.GetProperty("stories").EnumerateArray().Select(story => story.GetProperty("number").GetInt64())];

    /// <summary>Waits until something is so, and gives the time that it took.</summary>
    protected static async Task<TimeSpan> UntilAsync(Func<Task<bool>> isSo, int seconds = 10)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed.TotalSeconds < seconds, $"It is not so after {seconds} seconds.");
            await Task.Delay(20, Cancel);
        }
        return watch.Elapsed;
    }
}
