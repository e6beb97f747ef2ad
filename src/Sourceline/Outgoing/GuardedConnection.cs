using System.Net;
using System.Net.Sockets;

namespace Sourceline.Outgoing;

/// <summary>
/// Opens connections to public addresses alone. The check is made on the address that is connected to, after the name is resolved:
/// a name that is checked first and resolved again later could answer differently the second time.
/// </summary>
internal static class GuardedConnection
{
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint server, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(server.Host, cancellationToken);
        var allowed = Array.FindAll(addresses, PublicAddress.IsPublic);
        if (allowed.Length == 0)
        {
            throw new FetchException(
                $"{server.Host} lies in a private network, which is not reached unless Http:AllowPrivateNetwork is set"
            )
            {
                ServerUnreachable = true,
            };
        }
        return await ConnectAsync(allowed, server.Port, cancellationToken);
    }

    private static async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
