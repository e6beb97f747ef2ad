using System.Threading.Channels;
using Sourceline.Formats;
using Sourceline.Ingest.Checkpoints;
using Sourceline.Media;
using Sourceline.Outgoing;

namespace Sourceline.Ingest.Importing;

/// <summary>Reads inputs one after the other and hands on what is in them, batch by batch. A broken input does not stop the next.</summary>
internal sealed class InputReader(GuardedHttp http, SavedPageFiles saved, MediaFetcher fetcher)
{
    /// <summary>Runs to the end of the inputs or until it is cancelled; then completes the channel.</summary>
    public async Task ReadAsync(
        IEnumerable<ImportInput> inputs,
        ImportSettings settings,
        ImportRun run,
        ChannelWriter<ImportBatch> batches,
        IProgress<ImportProgress> progress,
        CancellationToken cancellationToken
    )
    {
        var reading = new InputReadState(settings, run, batches, progress);
        try
        {
            foreach (var input in inputs)
                await ReadAsync(input, reading, cancellationToken);
            await reading.FlushAsync(CancellationToken.None);
            batches.Complete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await reading.FlushAsync(CancellationToken.None);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
        }
    }

    private async Task ReadAsync(ImportInput input, InputReadState reading, CancellationToken cancellationToken)
    {
        try
        {
            await using var opened = await OpenedInput.OpenAsync(input, http, cancellationToken);
            await ReadAsync(input, opened, reading, cancellationToken);
            reading.FinishInput(input.Length ?? opened.Position);
        }
        catch (Exception e) when (MayGoOn(e, cancellationToken))
        {
            await reading.AddAsync(Unreadable(input.Name, e.Message), cancellationToken);
            reading.FinishInput(input.Length ?? 0);
        }
    }

    /// <summary>Whatever is wrong with one input, the next may be whole; unless nobody takes what is read any more.</summary>
    private static bool MayGoOn(Exception error, CancellationToken cancellationToken) =>
        error is not (ChannelClosedException or OutOfMemoryException)
        && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private async Task ReadAsync(ImportInput from, OpenedInput input, InputReadState reading, CancellationToken cancellationToken)
    {
        var options = input.Options(reading.Settings.Zone);
        if (input.Path is { } path && reading.Settings.Media)
            options = options with { FindSavedFile = relative => saved.Allow(path, relative) };
        var library = reading.Settings.Media ? await FetchLibraryAsync(input, options, reading, cancellationToken) : null;
        var checkpoint = reading.Run.Begin(input, options, reading.Settings, library?.FilesHere ?? 0, cancellationToken);
        await using var content = input.Content();
        using var kept = new TeeStream(content);
        var document = new Document(from, library, kept, checkpoint);
        reading.Enter(input, checkpoint);
        try
        {
            foreach (var result in NewsReader.Read(kept, options, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                reading.At(input.Position);
                checkpoint.Next();
                if (document.Take(result, reading.Settings) is { } entry)
                    await reading.AddAsync(entry, cancellationToken);
            }
        }
        finally
        {
            reading.Leave();
        }
        if (library is not null)
            reading.Own(library.Owners);
    }

    /// <summary>The media library of an archive file; null for other formats, whose items bring their files with them.</summary>
    private async Task<MediaLibrary?> FetchLibraryAsync(
        OpenedInput input,
        ReadOptions options,
        InputReadState reading,
        CancellationToken cancellationToken
    )
    {
        await using var content = input.Content();
        using var results = NewsReader.Read(content, options, cancellationToken).GetEnumerator();
        if (!results.MoveNext() || results.Current is not DocumentFound { Format: NewsFormat.Wxr })
            return null;
        var library = new MediaLibrary(fetcher);
        await library.FetchAsync(Rest(results), reading.Fetched, cancellationToken);
        return library;
    }

    private static IEnumerable<ReadResult> Rest(IEnumerator<ReadResult> results)
    {
        while (results.MoveNext())
            yield return results.Current;
    }

    private static ProblemEntry Unreadable(string name, string reason) =>
        new(name, new ProblemFound(ProblemSeverity.Error, default, reason));

    /// <summary>Turns what the reader of one document says into entries.</summary>
    private sealed class Document(ImportInput input, MediaLibrary? library, TeeStream kept, InputCheckpoint checkpoint)
    {
        private readonly string _name = input.Name;
        private NewsFormat _format;

        public ImportEntry? Take(ReadResult result, ImportSettings settings)
        {
            switch (result)
            {
                case DocumentFound found:
                    _format = found.Format;
                    // Archive files are not kept: they hold readers' e-mails. Lines come with their own bytes.
                    if (_format is NewsFormat.Wxr or NewsFormat.NinjsLines)
                        kept.Forget();
                    return null;
                case ItemRead { Item.Kind: NewsItemKind.Attachment } read:
                    return Attachment(read, settings);
                case ItemRead read when checkpoint.IsPassedOver:
                    return new PassedOverEntry(_name, read.Position, read.Item.Id);
                case ItemRead read:
                    var raw = read.Raw.IsEmpty ? kept.Kept : read.Raw;
                    return new ItemEntry(
                        _name,
                        new IncomingItem(read.Item, _format, _name, raw, read.Position),
                        checkpoint,
                        checkpoint.Results
                    );
                // What lies in a folder beside news, such as the pictures of a saved page, is no failure.
                case ProblemFound { Severity: ProblemSeverity.Error } problem when _format == NewsFormat.Unknown && input.IsFromFolder:
                    return new ProblemEntry(_name, problem with { Severity = ProblemSeverity.Skipped });
                case ProblemFound problem:
                    return new ProblemEntry(_name, problem);
                default:
                    return null;
            }
        }

        private AttachmentEntry Attachment(ItemRead read, ImportSettings settings)
        {
            var (result, reason) =
                !settings.Media ? (ImportResult.Skipped, "media file: left out as --no-media asks")
                : read.Item.Attachments.IsEmpty ? (ImportResult.Failed, "The media file has no address.")
                : library?.Find(read.Item.Attachments[0].Url) switch
                {
                    { State: MediaState.Stored } => (ImportResult.Stored, null),
                    { State: MediaState.AlreadyHere } => (ImportResult.Unchanged, null),
                    { Reason: var why } => (ImportResult.Failed, why),
                    _ => (ImportResult.Failed, "The file was not fetched."),
                };
            return new AttachmentEntry(_name, read.Position, read.Item.Id, result, reason) { LostReplies = read.Item.Replies.Length };
        }
    }
}
