namespace Sourceline.Ingest.Importing;

/// <summary>Keeps a copy of what is read through it, until told that none is wanted.</summary>
internal sealed class TeeStream(Stream inner) : NonClosingStream(inner)
{
    private MemoryStream? _kept = new();

    /// <summary>What has been read so far; empty where nothing is kept.</summary>
    public ReadOnlyMemory<byte> Kept => _kept is null ? default : _kept.GetBuffer().AsMemory(0, (int)_kept.Length);

    public void Forget() => _kept = null;

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        _kept?.Write(buffer[..read]);
        return read;
    }
}
