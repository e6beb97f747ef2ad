using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sourceline.Data;
using Sourceline.Search.Index;
using Sourceline.Web;

namespace Sourceline.BrowserTests;

/// <summary>A newsroom that this process serves.</summary>
public sealed class ServedNewsroom : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _toDelete;

    private ServedNewsroom(WebApplication app, Uri address, string? toDelete) => (_app, Address, _toDelete) = (app, address, toDelete);

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="folder">Its data; deleted at the end.</param>
    /// <param name="settings">As configuration keys.</param>
    /// <param name="keepsFolder">Whether the folder stays.</param>
    public static async Task<ServedNewsroom> StartAsync(
        string folder,
        IReadOnlyDictionary<string, string?> settings,
        bool keepsFolder = false
    )
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        var all = new Dictionary<string, string?>(settings)
        {
            ["Sourceline:DataFolder"] = folder,
            ["Sourceline:Site:BaseUrl"] = address,
            ["Sourceline:Replies:PerTenMinutes"] = "100",
            // Pages that nobody asks for need not be made ready.
            ["Sourceline:Pages:Fill"] = "false",
        };
        var app = ServeCommand.Build(
            all,
            address,
            builder =>
            {
                Program.Add(builder);
                builder.Logging.ClearProviders();
            },
            Program.Map
        );
        await app.Services.PrepareNewsDataAsync(CancellationToken.None);
        await app.StartAsync();
        return new ServedNewsroom(app, new Uri(address), keepsFolder ? null : folder);
    }

    /// <summary>Waits until the search index has everything.</summary>
    public async Task IndexedAsync()
    {
        var index = Services.GetRequiredService<SearchIndex>();
        await using var db = Services.GetRequiredService<NewsDbFactory>().Create();
        var last = await db.Acts.MaxAsync(act => act.Sequence);
        for (var wait = 0; wait < 600; wait++)
        {
            if (index.IsWhole && index.Sequence >= last)
                return;
            await Task.Delay(50);
        }
        Assert.Fail("The search index was not whole within half a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_toDelete is not null)
            Directory.Delete(_toDelete, recursive: true);
    }
}
