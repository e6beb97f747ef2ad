using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sourceline.Data;
using Sourceline.Web;

namespace Sourceline.Tests.Newsrooms;

/// <summary>
/// A newsroom of its own for one test class: an empty database, a data folder, a real server on a free port. A test class is written
/// once, abstract, and run on both databases by two small subclasses.
/// </summary>
public abstract class TestNewsroom : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>Where this newsroom keeps its files; deleted at the end.</summary>
    public string DataFolder { get; } = Path.Combine(Path.GetTempPath(), $"sourceline-test-{Guid.NewGuid():n}");

    /// <summary>The server's clock; begins on a Monday, 23 November 2026, 9:00 UTC, and goes only when told to.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Why the database cannot be had; tests skip with these words. Null where it can.</summary>
    public virtual string? Missing => null;

    /// <summary>Everything that the server logged.</summary>
    public RecordedLog Log { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The database connection for the settings; null for the embedded one.</summary>
    protected virtual string? Database => null;

    /// <summary>The settings of this newsroom, as configuration keys; a fixture may add its own.</summary>
    public virtual Dictionary<string, string?> Settings() =>
        new()
        {
            ["Sourceline:DataFolder"] = DataFolder,
            ["Sourceline:Database"] = Database,
            ["Sourceline:Site:Name"] = "The Test Courier",
            ["Sourceline:Site:TimeZone"] = "Asia/Kabul",
            ["Sourceline:Site:BaseUrl"] = "https://courier.example",
            ["Sourceline:Http:AllowPrivateNetwork"] = "true",
            ["Sourceline:Replies:PerTenMinutes"] = "1000",
            // Tests write rows without acts; those that are about keeping pages turn it on.
            ["Sourceline:Pages:MemoryMegabytes"] = "0",
            ["Sourceline:Pages:DiskMegabytes"] = "0",
            ["Sourceline:Pages:Fill"] = "false",
        };

    /// <summary>A client that follows no redirects and keeps no cookies.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A client that keeps cookies, for somebody at the desk.</summary>
    /// <param name="from">The client's IP address, as a reverse proxy on this machine would tell it.</param>
    public HttpClient Browser(string? from = null)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        if (from is not null)
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        return browser;
    }

    public NewsDb OpenDb() => Services.GetRequiredService<NewsDbFactory>().Create();

    public virtual async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        await PrepareDatabaseAsync();
        await StartAsync();
    }

    /// <summary>Stops the server and starts another on the same data.</summary>
    /// <param name="meanwhile">What happens in between.</param>
    public async Task RestartAsync(Func<Task>? meanwhile = null)
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        if (meanwhile is not null)
            await meanwhile();
        await StartAsync();
    }

    /// <summary>Stops the server and lets go of the database, for a test that runs servers of its own; the services stay.</summary>
    public async Task StopServingAsync()
    {
        await _app!.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts another node on the same database; the caller stops it.</summary>
    /// <param name="settings">What it is told beside <see cref="Settings"/>.</param>
    public async Task<WebApplication> StartNodeAsync(params (string Key, string? Value)[] settings)
    {
        var all = Settings();
        foreach (var (key, value) in settings)
            all[key] = value;
        var node = ServeCommand.Build(all, "http://127.0.0.1:0", Add, Program.Map);
        await node.Services.PrepareNewsDataAsync(CancellationToken.None);
        await node.StartAsync();
        return node;
    }

    /// <summary>Makes the database, empty and up to date.</summary>
    protected virtual async Task PrepareDatabaseAsync()
    {
        Directory.CreateDirectory(DataFolder);
        File.Copy(await TemplateDatabase.SqliteAsync(), NewsDbFactory.EmbeddedPath(DataFolder));
    }

    private async Task StartAsync()
    {
        _app = await StartNodeAsync();
        Address = new Uri(_app.Urls.First());
    }

    /// <summary>Replaces services of the server, where a fixture needs another.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    private void Add(IHostApplicationBuilder app)
    {
        Program.Add(app);
        app.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        Configure(app.Services);
        // A password takes a tenth of a second to check, on purpose; each signed-in editor of a test has two checked.
        app.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
        app.Logging.ClearProviders().AddProvider(Log).AddFilter(DbLoggerCategory.Database.Command.Name, LogLevel.Information);
    }
}
