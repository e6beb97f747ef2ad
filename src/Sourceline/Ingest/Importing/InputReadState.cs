using System.Threading.Channels;
using Sourceline.Ingest.Checkpoints;

namespace Sourceline.Ingest.Importing;

/// <summary>What is being read: the inputs one after the other, and what is collected for the next batch.</summary>
internal sealed class InputReadState(
    ImportSettings settings,
    ImportRun run,
    ChannelWriter<ImportBatch> batches,
    IProgress<ImportProgress> progress
)
{
    private ImportBatch _batch = new();
    private (OpenedInput Input, InputCheckpoint Checkpoint)? _open;
    private long _finished;
    private long _lastEntryAt;

    public ImportSettings Settings => settings;

    public ImportRun Run => run;

    /// <summary>From here on entries are of this input.</summary>
    public void Enter(OpenedInput input, InputCheckpoint checkpoint) => _open = (input, checkpoint);

    /// <summary>However its reading ended: what was read of the input goes in, and is marked.</summary>
    public void Leave()
    {
        Mark();
        _open = null;
    }

    public void At(long position) => _batch.BytesRead = _finished + position;

    public void FinishInput(long length) => _batch.BytesRead = _finished += length;

    public void Fetched(int files) => progress.Report(ImportProgress.Doing($"fetching media, {files} files"));

    public async Task AddAsync(ImportEntry entry, CancellationToken cancellationToken)
    {
        _batch.Add(entry);
        if (entry is PassedOverEntry)
            _batch.BytesPassedOver += _batch.BytesRead - _lastEntryAt;
        _lastEntryAt = _batch.BytesRead;
        if (_batch.IsFull)
            await FlushAsync(cancellationToken);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_batch.IsEmpty)
            return;
        Mark();
        await batches.WriteAsync(_batch, cancellationToken);
        _batch = Following();
    }

    /// <summary>The files of a media library go with the batch that has the last stories of its input: by then all of them are stored.</summary>
    public void Own(IEnumerable<(string Url, string Origin, string StoryId)> owners) =>
        _batch.Owners.AddRange(owners.Select(owner => (owner.Url, OriginKey.Origin(owner.Origin), OriginKey.Id(owner.StoryId))));

    private ImportBatch Following() => new() { BytesRead = _batch.BytesRead, BytesPassedOver = _batch.BytesPassedOver };

    private void Mark()
    {
        if (_open is { } open && open.Checkpoint.MarkAt(open.Input) is { } mark)
            _batch.Mark(mark);
    }
}
