using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sourceline.Data.Model;
using Sourceline.Search.Index;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Search;

/// <summary>While PostgreSQL is away, searches say that it is for a moment.</summary>
public sealed class AwayTests(PostgresNewsroom newsroom) : NewsroomTests(newsroom), IClassFixture<PostgresNewsroom>
{
    [Theory]
    [InlineData("/api/search?q=harbour")]
    [InlineData("/search?q=harbour")]
    [InlineData("/search/feed.rss?q=harbour")]
    public async Task Search_WhilePostgresIsAway_Answers503(string path)
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await Newsroom.Services.GetRequiredService<StoryActs>().DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
        var database = new NpgsqlConnectionStringBuilder(Newsroom.Settings()["Sourceline:Database"]);
        using var between = new Forwarder(database.Host!, database.Port);
        database.Host = "127.0.0.1";
        database.Port = between.Port;
        database.Timeout = 5;
        await using var node = await Newsroom.StartNodeAsync(
            ("Sourceline:Database", database.ConnectionString),
            ("Sourceline:DataFolder", Path.Combine(Newsroom.DataFolder, $"node-{Guid.NewGuid():n}"))
        );
        var index = node.Services.GetRequiredService<SearchIndex>();
        for (var waited = 0; !index.IsWhole && waited < 300; waited++)
            await Task.Delay(100, Cancel);
        using var reader = new HttpClient { BaseAddress = new Uri(node.Urls.First()) };
        using (var before = await reader.GetAsync(new Uri(path, UriKind.Relative), Cancel))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        between.Dispose();
        using var away = await reader.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.True(away.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        await node.StopAsync(Cancel);
    }

    /// <summary>Stands between the server and PostgreSQL, until it is disposed of.</summary>
    private sealed class Forwarder : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<Socket> _sockets = [];
        private readonly (string Host, int Port) _to;

        public Forwarder(string host, int port)
        {
            _to = (host, port);
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose()
        {
            _listener.Stop();
            lock (_sockets)
            {
                foreach (var socket in _sockets)
                    socket.Dispose();
                _sockets.Clear();
            }
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var from = await _listener.AcceptSocketAsync();
                    var isLocal = _to.Host.StartsWith('/');
                    var to = isLocal
                        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                        : new Socket(SocketType.Stream, ProtocolType.Tcp);
                    lock (_sockets)
                        _sockets.AddRange([from, to]);
                    if (isLocal)
                        await to.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_to.Host, $".s.PGSQL.{_to.Port}")));
                    else
                        await to.ConnectAsync(_to.Host, _to.Port);
                    _ = CopyAsync(from, to);
                    _ = CopyAsync(to, from);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // It was disposed of.
            }
        }

        private static async Task CopyAsync(Socket from, Socket to)
        {
            try
            {
                await using var input = new NetworkStream(from);
                await using var output = new NetworkStream(to);
                await input.CopyToAsync(output);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // One of the two is gone.
            }
            from.Dispose();
            to.Dispose();
        }
    }
}
