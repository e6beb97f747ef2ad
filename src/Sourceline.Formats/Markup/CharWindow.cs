namespace Sourceline.Formats.Markup;

/// <summary>A window that slides over text: grows while something is looked for, drops what was consumed, counts lines.</summary>
internal sealed class CharWindow(TextReader reader)
{
    private const int Step = 16 * 1024;
    private char[] _chars = new char[Step * 2];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The line of the first character in the window, 1 and up.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>What is in the window now.</summary>
    public ReadOnlySpan<char> Seen => _chars.AsSpan(_start, _end - _start);

    /// <summary>Reads on until at least this many characters are in the window; false where the text ends before.</summary>
    public bool Ensure(int count)
    {
        while (_end - _start < count && !_ended)
            Grow();
        return _end - _start >= count;
    }

    /// <summary>Where something begins at or after an offset, reading on as needed; -1 where it does not come within the limit.</summary>
    public int Find(ReadOnlySpan<char> sought, int from, int limit)
    {
        for (var at = from; ; )
        {
            var length = _end - _start;
            if (at < length && Seen[at..].IndexOf(sought) is >= 0 and var found)
                return at + found;
            if (_ended || length > limit)
                return -1;
            at = Math.Max(from, length - sought.Length + 1);
            Grow();
        }
    }

    public string Take(int count)
    {
        var text = new string(_chars, _start, count);
        Skip(count);
        return text;
    }

    public void Skip(int count)
    {
        Line += Seen[..count].Count('\n');
        _start += count;
    }

    private void Grow()
    {
        if (_start > 0 && (_start >= _chars.Length / 2 || _end == _chars.Length))
        {
            Array.Copy(_chars, _start, _chars, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _chars.Length)
            Array.Resize(ref _chars, _chars.Length * 2);
        else if (_start == _end && _chars.Length > 1 << 20)
            (_chars, _start, _end) = (new char[Step * 2], 0, 0);
        var read = reader.Read(_chars, _end, _chars.Length - _end);
        if (read == 0)
            _ended = true;
        _end += read;
    }
}
