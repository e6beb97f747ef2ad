using System.Threading.Channels;

namespace Sourceline.Archive.Importing;

/// <summary>
/// Reads and stores side by side. A batch is stored in one transaction and only then counted, so an import that is killed at any
/// moment is simply run again: what is stored is recognised, and the rest goes in.
/// </summary>
internal sealed class Importer(InputReader reader, BatchReceiver receiver)
{
    // One being stored, one waiting, one being read.
    private const int Waiting = 1;

    /// <exception cref="DatabaseLostException">The database does not answer; what the report counts is stored.</exception>
    public async Task RunAsync(
        IReadOnlyList<ImportInput> inputs, ImportSettings settings, ImportReport report, IProgress<ImportProgress> progress,
        CancellationToken cancellationToken)
    {
        var batches = Channel.CreateBounded<ImportBatch>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => reader.ReadAsync(inputs, settings, batches.Writer, progress, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(CancellationToken.None))
            {
                await receiver.ReceiveAsync(batch, settings, report);
                progress.Report(new ImportProgress(report.Read, batch.BytesRead));
            }
        }
        finally
        {
            report.Interrupted = cancellationToken.IsCancellationRequested;
            await stop.CancelAsync();
            // A reader that waits for room would wait for ever once nobody takes.
            while (await batches.Reader.WaitToReadAsync(CancellationToken.None)) batches.Reader.TryRead(out _);
            await reading;
        }
    }
}
