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
    private readonly PartitionedRateLimiter<Client> _limiter;
    private readonly TimeSpan _window;

    /// <param name="permits">1 or more.</param>
    /// <param name="window">The time in which they may be used.</param>
    public ClientRateLimit(int permits, TimeSpan window)
    {
        _window = window;
        _limiter = PartitionedRateLimiter.Create<Client, Client>(client => RateLimitPartition.GetSlidingWindowLimiter(
            client,
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 10, QueueLimit = 0 }));
    }

    /// <summary>Null when there is one left, which is then used; otherwise how long to wait.</summary>
    /// <param name="http">The client's request.</param>
    /// <param name="subject">What the client does it to, where each is counted apart; at most 256 characters count.</param>
    public TimeSpan? Take(HttpContext http, string subject = "")
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(subject);
        var network = Network(http.Connection.RemoteIpAddress ?? IPAddress.None);
        using var lease = _limiter.AttemptAcquire(new Client(network, subject[..Math.Min(subject.Length, 256)]));
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : _window / 10;
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>One household or office has a whole /64 of IPv6; counting single addresses there would count nothing.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private readonly record struct Client(IPAddress Network, string Subject);
}
