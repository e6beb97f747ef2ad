using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Sourceline.Web;

/// <summary>
/// So many times in a sliding window for one client address. It is asked inside an action rather than by middleware, so that a reader
/// who forgot a field has not used up a reply, and the answer is a page in the reader's own context.
/// </summary>
public sealed class ClientRateLimit : IDisposable
{
    private const int MostReturned = 10_000;

    private readonly PartitionedRateLimiter<Client> _limiter;
    private readonly TimeSpan _window;

    /// <summary>Permits that were given back: how many, by client. A sliding window takes none back.</summary>
    private readonly ConcurrentDictionary<Client, int> _returned = new();

    /// <param name="permits">1 or more.</param>
    /// <param name="window">The time in which they may be used.</param>
    public ClientRateLimit(int permits, TimeSpan window)
    {
        _window = window;
        _limiter = PartitionedRateLimiter.Create<Client, Client>(client =>
            RateLimitPartition.GetSlidingWindowLimiter(client, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = permits,
                Window = window,
                SegmentsPerWindow = 10,
                QueueLimit = 0,
            })
        );
    }

    /// <summary>Null when there is one left, which is then used; otherwise how long to wait.</summary>
    /// <param name="http">The client's request.</param>
    /// <param name="subject">What the client does it to, where each is counted apart; at most 256 characters count.</param>
    public TimeSpan? Take(HttpContext http, string subject = "")
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(subject);
        var client = Client.Of(http, subject);
        if (TryTakeReturned(client))
            return null;
        using var lease = _limiter.AttemptAcquire(client);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : _window / 10;
    }

    /// <summary>Gives back what <see cref="Take"/> took, where the server could not do what it was taken for.</summary>
    /// <param name="http">The client's request.</param>
    /// <param name="subject">As it was taken.</param>
    public void GiveBack(HttpContext http, string subject = "")
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(subject);
        // Bounded: a server that fails for many is not to remember them all.
        if (_returned.Count < MostReturned)
            _returned.AddOrUpdate(Client.Of(http, subject), 1, (_, count) => count + 1);
    }

    public void Dispose() => _limiter.Dispose();

    private bool TryTakeReturned(Client client)
    {
        while (_returned.TryGetValue(client, out var count))
        {
            if (count == 1 ? _returned.TryRemove(KeyValuePair.Create(client, count)) : _returned.TryUpdate(client, count - 1, count))
                return true;
        }
        return false;
    }

    /// <summary>One household or office has a whole /64 of IPv6; counting single addresses there would count nothing.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private readonly record struct Client(IPAddress Network, string Subject)
    {
        public static Client Of(HttpContext http, string subject) =>
            new(ClientRateLimit.Network(http.Connection.RemoteIpAddress ?? IPAddress.None), subject[..Math.Min(subject.Length, 256)]);
    }
}
