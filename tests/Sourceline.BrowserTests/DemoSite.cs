using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Demo;
using Sourceline.Staff;

namespace Sourceline.BrowserTests;

/// <summary>
/// The demo newsroom, made once, with an editor. It is copied for each language that is read in, which all tests share, and for each test that writes.
/// </summary>
public sealed class DemoSite : IAsyncDisposable
{
    public const string Email = "ada@averil.example";

    public const string Password = "tide-Lantern-1216-skell";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"sourceline-demo-{Guid.NewGuid():n}");
    private readonly Lazy<Task<DateTimeOffset>> _made;
    private readonly Dictionary<string, Task<ServedNewsroom>> _shared = [];

    public DemoSite() => _made = new Lazy<Task<DateTimeOffset>>(MakeAsync);

    /// <summary>Where the site is served in a language, to be read and not changed.</summary>
    public async Task<Uri> AddressAsync(string language)
    {
        Task<ServedNewsroom> server;
        lock (_shared)
        {
            if (!_shared.TryGetValue(language, out server!))
                server = _shared[language] = CopyAsync(language);
        }
        return (await server).Address;
    }

    /// <summary>A copy of the newsroom, served, that the caller may change and disposes of.</summary>
    public async Task<ServedNewsroom> CopyAsync(string language = "en")
    {
        await _made.Value;
        var copy = $"{_folder}-{Guid.NewGuid():n}";
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(_folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return await ServedNewsroom.StartAsync(copy, Settings(language));
    }

    /// <summary>Puts the date of story 1216 into a path, for {year}, {month} and {day}.</summary>
    public async Task<string> WithDatesAsync(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.Contains('{', StringComparison.Ordinal))
            return path;
        var date = await _made.Value;
        return path.Replace("{year}", date.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", date.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{day}", date.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _shared.Values)
            await (await server).DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string?> Settings(string language) =>
        new(DemoNewsroom.Offer.Settings) { ["Sourceline:Site:Language"] = language, ["Sourceline:Site:TimeZone"] = "Asia/Kabul" };

    /// <summary>Makes the newsroom and gives the time of story 1216.</summary>
    private async Task<DateTimeOffset> MakeAsync()
    {
        await using var server = await ServedNewsroom.StartAsync(_folder, Settings("en"), keepsFolder: true);
        await using var scope = server.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<DemoNewsroom>().LoadAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<StaffList>().AddAsync("Ada Merrow", Email, Password));
        await server.IndexedAsync();
        await using var db = server.Services.GetRequiredService<NewsDbFactory>().Create();
        var published = await db.Stories.Where(story => story.Number == 1216).Select(story => story.PublishedUtc).SingleAsync();
        return TimeZoneInfo.ConvertTime(
            new DateTimeOffset(published!.Value, TimeSpan.Zero),
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Kabul")
        );
    }
}
