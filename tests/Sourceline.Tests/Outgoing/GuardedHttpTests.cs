using Microsoft.Extensions.Options;
using Sourceline.Outgoing;
using Sourceline.Settings;
using Sourceline.Tests.Archive;

namespace Sourceline.Tests.Outgoing;

public sealed class GuardedHttpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_PrivateNetwork_IsRefusedUnlessAllowed()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/a", "hello"u8.ToArray());

        var refused = await Assert.ThrowsAsync<FetchException>(() => GetAsync(site.At("/a"), allowPrivate: false));

        Assert.Contains("private network", refused.Message, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
        Assert.Equal("hello", await GetAsync(site.At("/a")));
    }

    [Theory]
    [InlineData("http://localhost:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("http://[::ffff:127.0.0.1]:1/")]
    [InlineData("http://0x7f.1:1/")]
    [InlineData("http://2130706433:1/")]
    public async Task Get_LoopbackByAnyName_IsRefused(string address)
    {
        var refused = await Assert.ThrowsAsync<FetchException>(() => GetAsync(new Uri(address), allowPrivate: false));

        Assert.Contains("private network", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://files.example/a")]
    [InlineData("file:///etc/hosts")]
    [InlineData("http://name:word@site.example/")]
    public async Task Get_WhatIsNoPlainWebAddress_IsRefused(string address) =>
        await Assert.ThrowsAsync<FetchException>(() => GetAsync(new Uri(address)));

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Get_PackedBytesThatAreBroken_AreNamed(string encoding)
    {
        await using var site = await TestSite.StartAsync();
        site.Answer("/a", async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync("\x1f\x8b\x08\0\0\0\0\0\0\x03 this is no packed text at all"u8.ToArray());
        });

        var broken = await Assert.ThrowsAsync<FetchException>(() => GetAsync(site.At("/a")));

        Assert.Contains("unpacked", broken.Message, StringComparison.Ordinal);
        Assert.False(broken.ServerUnreachable);
    }

    [Fact]
    public async Task Get_Redirects_AreFollowedFiveTimes()
    {
        await using var site = await TestSite.StartAsync();
        for (var i = 0; i < 6; i++)
            site.Redirect($"/{i}", $"/{i + 1}");
        site.Serve("/6", "there"u8.ToArray());

        Assert.Equal("there", await GetAsync(site.At("/1")));
        await Assert.ThrowsAsync<FetchException>(() => GetAsync(site.At("/0")));
    }

    [Fact]
    public async Task Get_RedirectToAFile_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        site.Redirect("/a", "file:///etc/hosts");

        await Assert.ThrowsAsync<FetchException>(() => GetAsync(site.At("/a")));
    }

    [Fact]
    public async Task Get_TooLarge_IsRefusedAlsoWithoutALength()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/a", new byte[5000]);

        var refused = await Assert.ThrowsAsync<FetchException>(() => GetAsync(site.At("/a"), maxBytes: 4000));

        Assert.Contains("larger", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoAnswer_EndsInTime()
    {
        await using var site = await TestSite.StartAsync();
        site.Answer("/a", context => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted));

        var refused = await Assert.ThrowsAsync<FetchException>(() => GetAsync(site.At("/a"), timeout: 1));

        Assert.True(refused.ServerUnreachable);
    }

    [Fact]
    public async Task Get_NoServer_SaysSo()
    {
        var refused = await Assert.ThrowsAsync<FetchException>(() => GetAsync(new Uri("http://127.0.0.1:1/")));

        Assert.Equal("the server cannot be reached", refused.Message);
    }

    private static async Task<string> GetAsync(Uri address, bool allowPrivate = true, long maxBytes = 100_000, int timeout = 20)
    {
        var options = new SourcelineOptions
        {
            Http = new()
            {
                AllowPrivateNetwork = allowPrivate,
                MaxBytes = maxBytes,
                TimeoutSeconds = timeout,
            },
        };
        using var http = new GuardedHttp(Options.Create(options));
        using var into = new MemoryStream();
        await http.GetAsync(address, into, Cancel);
        return System.Text.Encoding.UTF8.GetString(into.ToArray());
    }
}
