using System.Globalization;
using System.Text;

namespace Sourceline.Formats.Input;

/// <summary>Decodes a stream as it is read. Bytes that the encoding does not know become U+FFFD and are counted, with the first one's line.</summary>
internal sealed class DecodingReader : TextReader
{
    private const int BlockLength = 64 * 1024;

    private readonly Stream _stream;
    private readonly RecordingFallback _fallback = new();
    private readonly Decoder _decoder;
    private readonly string _encodingName;
    private readonly byte[] _block = new byte[BlockLength];
    private readonly char[] _chars = new char[BlockLength];
    private int _start;
    private int _end;
    private int _charStart;
    private int _charEnd;
    private bool _ended;
    private bool _flushed;
    private long _line = 1;

    /// <param name="stream">Not disposed here.</param>
    /// <param name="encoding">How it is encoded.</param>
    public DecodingReader(Stream stream, EncodingChoice encoding)
    {
        _stream = stream;
        var lenient = (Encoding)encoding.Encoding.Clone();
        lenient.DecoderFallback = _fallback;
        _decoder = lenient.GetDecoder();
        _encodingName = encoding.Name;
        stream.ReadExactly(_block, 0, encoding.MarkLength);
    }

    /// <summary>How many times bytes had to be replaced up to here.</summary>
    public long Replaced { get; private set; }

    /// <summary>The line of the first of them, 1 and up; 0 where there is none.</summary>
    public long FirstLine { get; private set; }

    /// <summary>What to report of the bytes that were replaced up to here; null where all was well.</summary>
    public ProblemFound? Problem =>
        Replaced == 0
            ? null
            : new ProblemFound(
                ProblemSeverity.Warning,
                new Position(FirstLine, 0),
                Replaced == 1
                    ? $"Bytes that are not valid {_encodingName} were replaced by \ufffd in one place."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"Bytes that are not valid {_encodingName} were replaced by \ufffd in {Replaced:N0} places; the first is on line {FirstLine}."
                    )
            );

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        while (_charStart == _charEnd && !(_ended && _start == _end && _flushed))
            Decode();
        var count = Math.Min(buffer.Length, _charEnd - _charStart);
        _chars.AsSpan(_charStart, count).CopyTo(buffer);
        _charStart += count;
        return count;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Peek() => throw new NotSupportedException();

    private void Decode()
    {
        if (_start == _end && !_ended)
            Fill();
        _decoder.Convert(_block.AsSpan(_start, _end - _start), _chars, flush: _ended, out var bytes, out _charEnd, out var completed);
        _charStart = 0;
        Record();
        _line += _block.AsSpan(_start, bytes).Count((byte)'\n');
        _start += bytes;
        _flushed = _ended && completed;
    }

    private void Fill()
    {
        (_start, _end) = (0, _stream.Read(_block));
        _ended = _end == 0;
    }

    private void Record()
    {
        if (_fallback.Places is not [var first, ..])
            return;
        if (Replaced == 0)
            FirstLine = _line + _block.AsSpan(_start, Math.Clamp(first, 0, _end - _start)).Count((byte)'\n');
        Replaced += _fallback.Places.Count;
        _fallback.Clear();
    }
}
