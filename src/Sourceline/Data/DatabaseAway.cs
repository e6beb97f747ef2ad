using System.Net.Sockets;
using Npgsql;

namespace Sourceline.Data;

/// <summary>Tells a database that does not answer at the moment from a failure that will come again.</summary>
public static class DatabaseAway
{
    private static readonly HashSet<string> States =
    [
        PostgresErrorCodes.AdminShutdown,
        PostgresErrorCodes.CrashShutdown,
        PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.TooManyConnections,
        PostgresErrorCodes.ConnectionFailure,
        PostgresErrorCodes.ConnectionException,
        PostgresErrorCodes.ConnectionDoesNotExist,
    ];

    /// <summary>Whether a request may succeed when it is sent again in some seconds.</summary>
    public static bool Is(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is PostgresException answered)
                return States.Contains(answered.SqlState);
            if (e is NpgsqlException or SocketException)
                return true;
        }
        return false;
    }
}
