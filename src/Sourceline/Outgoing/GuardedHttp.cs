using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Outgoing;

/// <summary>
/// Fetches from the internet for the newsroom: everything outgoing goes through here. Only http and https, only public addresses
/// unless <see cref="OutgoingHttpOptions.AllowPrivateNetwork"/>, few redirects, each checked anew, limits of size and time. No proxy
/// of the environment is used: the check of addresses would see the proxy's and not the server's.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    private const int MaxRedirects = 5;

    private readonly HttpClient _client;
    private readonly OutgoingHttpOptions _limits;
    private readonly TimeSpan _patience;

    public GuardedHttp(IOptions<SourcelineOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _limits = options.Value.Http;
        _patience = TimeSpan.FromSeconds(_limits.TimeoutSeconds);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = _patience,
            MaxConnectionsPerServer = 4,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseCookies = false,
            UseProxy = false,
        };
        if (!_limits.AllowPrivateNetwork)
            handler.ConnectCallback = (context, cancellationToken) => GuardedConnection.OpenAsync(context.DnsEndPoint, cancellationToken);
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd($"Sourceline/{typeof(GuardedHttp).Assembly.GetName().Version?.ToString(3)}");
    }

    /// <summary>Writes what an address holds into a stream.</summary>
    /// <exception cref="FetchException">It could not be fetched, for whatever reason.</exception>
    public async Task<Fetched> GetAsync(Uri address, Stream into, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(into);
        // A server that sends a byte now and then never exceeds the patience between two bytes; ten times as long ends it.
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        whole.CancelAfter(_patience * 10);
        try
        {
            return await FollowAsync(address, into, whole.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && Explain(e) is { } explained)
        {
            throw explained;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Fetched> FollowAsync(Uri address, Stream into, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            Check(address);
            using var response = await SendAsync(address, cancellationToken);
            if (Redirection(address, response) is { } next)
            {
                address = next;
                continue;
            }
            if (!response.IsSuccessStatusCode)
                throw new FetchException($"the server answered {(int)response.StatusCode}");
            var length = await CopyAsync(response, into, cancellationToken);
            return new Fetched(address, response.Content.Headers.ContentType?.ToString(), length);
        }
        throw new FetchException($"more than {MaxRedirects} redirects");
    }

    private static void Check(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            throw new FetchException("only http and https addresses are fetched");
        if (address.UserInfo.Length > 0)
            throw new FetchException("an address with a name or password in it is not fetched");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
    }

    private static Uri? Redirection(Uri address, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
            ? new Uri(address, location)
            : null;

    private async Task<long> CopyAsync(HttpResponseMessage response, Stream into, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > _limits.MaxBytes)
            throw TooLarge();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var buffer = new byte[81920];
        var length = 0L;
        while (true)
        {
            patience.CancelAfter(_patience);
            var read = await UnpackAsync(body, buffer, patience.Token);
            if (read == 0)
                return length;
            // Counted as they come out of decompression, so that a small file cannot unfold without end.
            if ((length += read) > _limits.MaxBytes)
                throw TooLarge();
            await into.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    /// <summary>What is packed (gzip, deflate, Brotli) is unpacked while it is read, and each kind says in its own way that it cannot be.</summary>
    private static async ValueTask<int> UnpackAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new FetchException("what the server sent is packed and cannot be unpacked", e);
        }
    }

    private FetchException TooLarge() => new($"larger than the {_limits.MaxBytes} bytes that Http:MaxBytes allows");

    private FetchException? Explain(Exception error) =>
        error switch
        {
            FetchException known => known,
            HttpRequestException { InnerException: FetchException known } => known,
            OperationCanceledException => new FetchException($"no answer within {_limits.TimeoutSeconds} seconds", error)
            {
                ServerUnreachable = true,
            },
            HttpRequestException { InnerException: SocketException } => new FetchException("the server cannot be reached", error)
            {
                ServerUnreachable = true,
            },
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new FetchException(
                "no secure connection could be made",
                error
            )
            {
                ServerUnreachable = true,
            },
            HttpRequestException or HttpIOException or IOException { InnerException: SocketException } => new FetchException(
                "the connection broke off",
                error
            ),
            UriFormatException => new FetchException("a redirect leads to no address", error),
            _ => null,
        };
}
