namespace Sourceline.Formats.Tests.Support;

/// <summary>A stream whose bytes are made as they are read, so that a test can be larger than memory.</summary>
internal sealed class GeneratedStream(IEnumerable<byte[]> pieces) : Stream
{
    private readonly IEnumerator<byte[]> _pieces = pieces.GetEnumerator();
    private byte[] _current = [];
    private int _at;

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _current.Length && !_pieces.MoveNext())
            return 0;
        if (_at == _current.Length)
            (_current, _at) = (_pieces.Current, 0);
        var length = Math.Min(count, _current.Length - _at);
        _current.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
        (_at, Given) = (_at + length, Given + length);
        return length;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _pieces.Dispose();
        base.Dispose(disposing);
    }
}
