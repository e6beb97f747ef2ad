using System.Threading.Channels;
using Sourceline.Data;
using Sourceline.Ingest.Checkpoints;

namespace Sourceline.Ingest.Importing;

/// <summary>
/// Reads, prepares and stores side by side, with one batch waiting between each two, so that memory does not grow with the import. A batch
/// is stored in one transaction, with how far the import has come, and only then counted: an import that is killed at any moment is run
/// again and goes on from there.
/// </summary>
internal sealed class Importer(InputReader reader, BatchPreparer preparer, BatchWriter receiver, CheckpointStore checkpoints)
{
    private const int Waiting = 1;

    /// <exception cref="ImportStoppedException">The database does not answer, or nothing can be stored; what the report counts is stored.</exception>
    public async Task RunAsync(
        IReadOnlyList<ImportInput> inputs,
        ImportSettings settings,
        ImportReport report,
        IProgress<ImportProgress> progress,
        CancellationToken cancellationToken
    )
    {
        var run = await checkpoints.BeginAsync(CancellationToken.None);
        var (batches, ready) = (Between<ImportBatch>(), Between<ReadyBatch>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => reader.ReadAsync(inputs, settings, run, batches.Writer, progress, stop.Token), CancellationToken.None);
        var preparing = Task.Run(() => PrepareAsync(batches.Reader, settings, ready.Writer), CancellationToken.None);
        try
        {
            await foreach (var batch in ready.Reader.ReadAllAsync(CancellationToken.None))
            {
                await receiver.ReceiveAsync(batch, settings, report);
                progress.Report(ImportProgress.Of(report, batch.Batch));
            }
        }
        finally
        {
            report.Interrupted = cancellationToken.IsCancellationRequested;
            await stop.CancelAsync();
            // Whoever waits for room would wait for ever once nobody takes.
            await DrainAsync(ready.Reader);
            await DrainAsync(batches.Reader);
            await Task.WhenAll(reading, preparing);
        }
        if (!report.Interrupted)
            await EndAsync(run);
    }

    private async Task EndAsync(ImportRun run)
    {
        try
        {
            await checkpoints.EndAsync(run, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new ImportStoppedException(
                StorageFailure.InWords(e) ?? "Everything is stored, but the database did not answer at the very end.",
                e
            );
        }
    }

    private async Task PrepareAsync(ChannelReader<ImportBatch> batches, ImportSettings settings, ChannelWriter<ReadyBatch> ready)
    {
        try
        {
            await foreach (var batch in batches.ReadAllAsync(CancellationToken.None))
                await ready.WriteAsync(await preparer.PrepareAsync(batch, settings), CancellationToken.None);
            ready.Complete();
        }
        catch (Exception e)
        {
            ready.Complete(e);
        }
    }

    private static Channel<T> Between<T>() =>
        Channel.CreateBounded<T>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });

    private static async Task DrainAsync<T>(ChannelReader<T> channel)
    {
        try
        {
            while (await channel.WaitToReadAsync(CancellationToken.None))
                channel.TryRead(out _);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whoever takes batches in their order has met it already.
        }
    }
}
