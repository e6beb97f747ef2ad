using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;
using Sourceline.Telemetry;
using Sourceline.Tests.Newsrooms;
using Sourceline.Web;

namespace Sourceline.Tests.Telemetry;

public abstract class OperatingTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Health_OfARunningServer_IsAliveAndReady()
    {
        using var client = Newsroom.Client();
        foreach (var path in (string[])["/health/live", "/health/ready"])
            Assert.Equal("Healthy", await client.GetStringAsync(path, Cancel));
    }

    [Fact]
    public async Task Stop_LetsRunningRequestsEnd_AndTakesNoMore()
    {
        var begun = new TaskCompletionSource();
        await using var node = ServeCommand.Build(Newsroom.Settings(), "http://127.0.0.1:0", Program.Add, app =>
        {
            Program.Map(app);
            app.MapGet("/slow", async () =>
            {
                begun.SetResult();
                await Task.Delay(1000, CancellationToken.None);
                return Results.Text("done");
            });
        });
        await node.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(node.Urls.First()) };
        var slow = client.GetStringAsync("/slow", Cancel);
        await begun.Task;
        await node.StopAsync(Cancel);
        Assert.Equal("done", await slow);
        using var late = new HttpClient { BaseAddress = client.BaseAddress };
        await Assert.ThrowsAsync<HttpRequestException>(() => late.GetStringAsync("/health/live", Cancel));
    }

    [Fact]
    public async Task Ready_WithoutItsDatabase_IsNot()
    {
        await using var node = ServeCommand.Build(
            new Dictionary<string, string?>(Newsroom.Settings())
            {
                ["Sourceline:Database"] = "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1",
            },
            "http://127.0.0.1:0",
            app =>
            {
                Program.Add(app);
                app.Services.RemoveHosted();
            },
            Program.Map
        );
        await node.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(node.Urls.First()) };
        using var ready = await client.GetAsync("/health/ready", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live", Cancel));
        await node.StopAsync(Cancel);
    }

    [Fact]
    public async Task Act_IsMeasured()
    {
        var measured = new List<string?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == NewsMetrics.Name)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) =>
            {
                if (instrument.Name == "sourceline.act.duration" && value > 0)
                    lock (measured)
                        measured.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
            }
        );
        listener.Start();
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        var acts = Newsroom.Services.GetRequiredService<StoryActs>();
        await acts.DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
        await Assert.ThrowsAsync<ActRefusedException>(() => acts.DoAsync(story.Id, new ActOrder(ActKind.Release, "Ada"), Cancel));
        lock (measured)
            Assert.Superset(new HashSet<string?> { "Publish True", "Release False" }, measured.ToHashSet());
    }
}

internal static class HostedServices
{
    /// <summary>Leaves out what works by itself, which would look for the database at the start.</summary>
    public static void RemoveHosted(this IServiceCollection services)
    {
        foreach (
            var hosted in services
                .Where(service =>
                    service.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)
                    && service.ImplementationType?.Assembly == typeof(Program).Assembly
                )
                .ToList()
        )
            services.Remove(hosted);
    }
}

public sealed class OperatingOnSqlite(SqliteNewsroom newsroom) : OperatingTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class OperatingOnPostgres(PostgresNewsroom newsroom) : OperatingTests(newsroom), IClassFixture<PostgresNewsroom>;
