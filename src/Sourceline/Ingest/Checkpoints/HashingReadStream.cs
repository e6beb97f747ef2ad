using System.Security.Cryptography;
using Sourceline.Ingest.Importing;

namespace Sourceline.Ingest.Checkpoints;

/// <summary>Counts and hashes what is read through it.</summary>
internal sealed class HashingReadStream(Stream inner) : NonClosingStream(inner)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _bytes;
    private bool _ended;

    public ReadExtent Extent => new(_bytes, Convert.ToHexStringLower(_hash.GetCurrentHash()), _ended);

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        _hash.AppendData(buffer[..read]);
        _bytes += read;
        _ended |= read == 0 && buffer.Length > 0;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
