using Microsoft.Extensions.Options;
using Npgsql;
using Sourceline.Settings;

namespace Sourceline.EventLog;

/// <summary>
/// Hears of acts that another process has done: at once over PostgreSQL's NOTIFY, and at the latest when it looks for itself, which it
/// does twice a second, since a message may be lost with its connection and the embedded database sends none.
/// </summary>
internal sealed partial class ActListener(ActSignal signal, IOptions<SourcelineOptions> options, ILogger<ActListener> log)
    : BackgroundService
{
    /// <summary>The channel on which <see cref="ActLog"/> tells that acts were committed.</summary>
    public const string Channel = "sourceline_acts";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>After the log could not be read.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            LookAsync(stoppingToken),
            options.Value.Database is { Length: > 0 } postgres ? ListenAsync(postgres, stoppingToken) : Task.CompletedTask
        );

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var pause = Pause;
        while (true)
        {
            await Task.Delay(pause, TimeProvider.System, cancellationToken);
            pause = await signal.RaiseAsync(null) ? Pause : LongPause;
        }
    }

    private async Task ListenAsync(string postgres, CancellationToken cancellationToken)
    {
        // A connection of its own: it waits all the time and would only take a place in the pool.
        var connection = new NpgsqlConnectionStringBuilder(postgres) { Pooling = false, KeepAlive = 30 }.ConnectionString;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var listening = new NpgsqlConnection(connection);
                await listening.OpenAsync(cancellationToken);
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", listening))
                    await listen.ExecuteNonQueryAsync(cancellationToken);
                while (true)
                {
                    // First what was done before anybody listened.
                    await signal.RaiseAsync(null);
                    await listening.WaitAsync(cancellationToken);
                }
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException && !cancellationToken.IsCancellationRequested)
            {
                Lost(log, e);
                await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The connection that listens for acts was lost; it is opened again. Until then the log is looked at twice a second."
    )]
    private static partial void Lost(ILogger logger, Exception exception);
}
