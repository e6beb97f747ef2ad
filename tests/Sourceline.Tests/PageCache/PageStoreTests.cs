using System.Diagnostics.Metrics;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sourceline.PageCache;
using Sourceline.Telemetry;

namespace Sourceline.Tests.PageCache;

public sealed class PageStoreTests : IDisposable
{
    private static readonly byte[] Fingerprint = new byte[32];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"sourceline-pages-{Guid.NewGuid():n}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Open_AfterClosing_HasEveryPage()
    {
        using (var store = Opened())
        {
            for (var number = 0; number < 50; number++)
                store.Put(Page(number, 100 * number));
            Save(store);
        }
        using var again = Opened();
        Assert.Equal(50, again.Count);
        Assert.All(Enumerable.Range(0, 50), number => Assert.Equal(100 * number, BodyOf(again, number)!.Length));
    }

    [Fact]
    public void Open_AfterAKill_HasWhatWasWrittenAfterTheIndexToo()
    {
        using (var store = Opened())
        {
            store.Put(Page(1, 1000));
            Save(store);
            store.Put(Page(2, 1000));
            store.Put(Page(1, 2000));
        }
        using var again = Opened();
        Assert.Equal(2000, BodyOf(again, 1)!.Length);
        Assert.Equal(1000, BodyOf(again, 2)!.Length);
    }

    /// <summary>Whatever is cut off or overwritten, a page is as it was written or not there.</summary>
    [Fact]
    public void Open_DamagedFile_HasNoDamagedPage() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Bool, Gen.Bool)
            .Sample(
                (where, much, cut, indexed) =>
                {
                    if (Directory.Exists(_folder))
                        Directory.Delete(_folder, recursive: true);
                    using (var store = Opened())
                    {
                        Save(store);
                        for (var number = 0; number < 20; number++)
                            store.Put(Page(number, 50 * number));
                        if (indexed)
                            Save(store);
                    }
                    Damage(where, much, cut);
                    using var again = Opened();
                    for (var number = 0; number < 20; number++)
                    {
                        if (BodyOf(again, number) is { } body)
                            Assert.Equal(Page(number, 50 * number).Identity.Bytes, body);
                    }
                    again.Put(Page(99, 777));
                    Assert.Equal(777, BodyOf(again, 99)!.Length);
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public void Open_OfAnotherProgram_IsEmpty()
    {
        using (var store = Opened())
        {
            store.Put(Page(1, 1000));
            Save(store);
        }
        using var other = Store();
        Assert.Null(other.Open(Enumerable.Repeat((byte)1, 32).ToArray()));
        Assert.Equal(0, other.Count);
        Assert.Empty(Directory.GetFiles(_folder, "*.pages"));
    }

    [Fact]
    public void Open_FolderInUse_KeepsNothing()
    {
        using var first = Opened();
        using var second = Store();
        Assert.Null(second.Open(Fingerprint));
        Assert.False(second.IsOpen);
        second.Put(Page(1, 10));
        Assert.Equal(0, second.Count);
    }

    [Fact]
    public void Compact_FileThatIsMostlyDead_GoesAndWhatIsAliveStays()
    {
        using var store = Opened();
        // Two files: the first is full when the second begins.
        for (var number = 0; number < 70; number++)
            store.Put(Page(number, 1_000_000));
        for (var number = 0; number < 40; number++)
            store.Put(Page(number, 10));
        Assert.True(store.Compact());
        Assert.False(store.Compact());
        Assert.Single(Directory.GetFiles(_folder, "*.pages"));
        Assert.All(Enumerable.Range(0, 70), number => Assert.Equal(number < 40 ? 10 : 1_000_000, BodyOf(store, number)!.Length));
    }

    /// <summary>All of it may be deleted at any time; the server that keeps it open must not end for that.</summary>
    [Fact]
    public void Compact_FolderThatIsGone_EndsTheKeepingAlone()
    {
        using var store = Opened();
        for (var number = 0; number < 70; number++)
            store.Put(Page(number, 1_000_000));
        for (var number = 0; number < 40; number++)
            store.Put(Page(number, 10));
        Directory.Delete(_folder, recursive: true);
        Assert.False(store.Compact());
        Assert.False(store.HasRoom);
        store.Put(Page(1, 10));
    }

    [Fact]
    public void HasRoom_PutWhileThereIs_LetsNoFileGo()
    {
        using var store = new PageStore(_folder, 200_000_000, NullLogger.Instance);
        store.Open(Fingerprint);
        var number = 0;
        while (store.HasRoom && number < 300)
            store.Put(Page(number++, 1_000_000));
        Assert.InRange(number, 100, 199);
        Assert.Equal(1_000_000, BodyOf(store, 0)!.Length);
    }

    [Fact]
    public void Put_BeyondTheLimit_LetsTheOldestFileGo()
    {
        using var store = new PageStore(_folder, 100_000_000, NullLogger.Instance);
        store.Open(Fingerprint);
        for (var number = 0; number < 150; number++)
            store.Put(Page(number, 1_000_000));
        Assert.InRange(store.Length, 1, 100_000_000);
        Assert.Null(BodyOf(store, 0));
        Assert.Equal(1_000_000, BodyOf(store, 149)!.Length);
    }

    private PageStore Store() => new(_folder, 1L << 30, NullLogger.Instance);

    private PageStore Opened()
    {
        var store = Store();
        store.Open(Fingerprint);
        return store;
    }

    private static void Save(PageStore store) => store.Save(Fingerprint, new CacheCheckpoint(1, "", 0, "", []));

    private void Damage(double where, double much, bool cut)
    {
        using var file = new FileStream(Directory.GetFiles(_folder, "*.pages").Single(), FileMode.Open);
        var at = (long)(where * (file.Length - 1));
        if (cut)
        {
            file.SetLength(at);
            return;
        }
        file.Position = at;
        file.Write(new byte[1 + (int)(much * Math.Min(300, file.Length - at - 1))]);
    }

    /// <summary>What a reader would be sent; null where the page is not there or not whole.</summary>
    private static byte[]? BodyOf(PageStore store, int number)
    {
        using var freshness = new CacheInvalidator(null!, null!);
        var context = new DefaultHttpContext();
        var body = new MemoryStream();
        context.Response.Body = body;
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var stored = new StoredPages(store, new PageMemory(0), freshness, new NewsMetrics(services.GetRequiredService<IMeterFactory>()));
        if (stored.TrySend(context, $"/{number}") is not { } sending)
            return null;
        sending.GetAwaiter().GetResult();
        context.Response.BodyWriter.FlushAsync().AsTask().GetAwaiter().GetResult();
        return body.ToArray();
    }

    private static Page Page(int number, int length)
    {
        var bytes = new byte[length];
        new Random(number).NextBytes(bytes);
        return new Page
        {
            Key = $"/{number}",
            Status = 200,
            ContentType = "text/html; charset=utf-8",
            Tag = $"t{number}",
            Identity = PageForm.Of(bytes, $"t{number}", Coding.Identity),
            MadeAt = 1,
            Tags = [7, 9],
        };
    }
}
