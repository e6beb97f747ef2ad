namespace Sourceline.Formats.Markup;

/// <summary>
/// Splits XML, and text that only resembles XML, into tokens. Never throws on content. Document types are not processed in any way:
/// declarations are skipped, entities that they declare stay as they are written, nothing is fetched and nothing expands.
/// </summary>
internal sealed class MarkupScanner(TextReader reader, int maxToken, CancellationToken cancellationToken)
{
    /// <summary>How far into a text its document may begin.</summary>
    private const int LongestJunk = 64 * 1024;

    private const string CDataStart = "<![CDATA[";
    private readonly CharWindow _window = new(reader);
    private readonly HashSet<string> _missing = [];

    public long Line => _window.Line;

    /// <summary>Skips what stands before the document.</summary>
    /// <param name="marker">The characters with which the document begins; null where nothing stands before it.</param>
    public void SkipTo(string? marker)
    {
        if (marker is not null && _window.Find(marker, 0, LongestJunk) is > 0 and var at)
            _window.Skip(at);
    }

    public MarkupToken Next()
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (_window.Ensure(1))
        {
            if (_window.Seen[0] != '<')
                return Text();
            if (Passed("<!--", "-->") || Passed("<?", "?>"))
                continue;
            if (StartsWith(CDataStart))
                return CData();
            if (StartsWith("<!"))
            {
                SkipDeclaration();
                continue;
            }

            return Tag();
        }

        return new MarkupToken(MarkupTokenKind.End, "", _window.Line);
    }

    private bool StartsWith(string sought) =>
        _window.Ensure(sought.Length) && _window.Seen.StartsWith(sought, StringComparison.OrdinalIgnoreCase);

    /// <summary>Skips a comment or instruction; of an unclosed one only its beginning.</summary>
    private bool Passed(string start, string end)
    {
        if (!StartsWith(start))
            return false;
        var at = _missing.Contains(end) ? -1 : _window.Find(end, start.Length, maxToken);
        // Looked for once: a text full of unclosed comments would be searched to its end for each.
        if (at < 0)
            _missing.Add(end);
        _window.Skip(at < 0 ? start.Length : at + end.Length);
        return true;
    }

    /// <summary>XML 1.0, section 2.8: a declaration may hold a subset in brackets, with quoted strings and comments.</summary>
    private void SkipDeclaration()
    {
        var (depth, quote, at) = (0, '\0', 2);
        for (; _window.Ensure(at + 1) && at < maxToken; at++)
        {
            var c = _window.Seen[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && depth > 0)
                quote = c;
            else if (c == '[')
                depth++;
            else if (c == ']')
                depth--;
            else if (c == '>' && depth <= 0)
                break;
        }

        _window.Skip(Math.Min(at + 1, _window.Seen.Length));
    }

    private MarkupToken Text()
    {
        var line = _window.Line;
        var at = _window.Find("<", 1, maxToken);
        var raw = _window.Take(at < 0 ? Math.Min(_window.Seen.Length, maxToken) : at);
        return new MarkupToken(MarkupTokenKind.Text, Entities.Decode(raw), line);
    }

    private MarkupToken CData()
    {
        var line = _window.Line;
        _window.Skip(CDataStart.Length);
        var at = _window.Find("]]>", 0, maxToken);
        var length = at < 0 ? Math.Min(_window.Seen.Length, maxToken) : at;
        var lost = LostItem.Find(_window.Seen[..length]);
        var content = _window.Take(lost < 0 ? length : lost);
        if (at >= 0 && lost < 0)
            _window.Skip(3);
        return new MarkupToken(MarkupTokenKind.CData, Entities.WithoutControls(content), line) { Cut = at < 0 || lost >= 0 };
    }

    private MarkupToken Tag()
    {
        var line = _window.Line;
        var closing = _window.Ensure(2) && _window.Seen[1] == '/';
        var nameAt = closing ? 2 : 1;
        if (!_window.Ensure(nameAt + 1) || !TagText.StartsName(_window.Seen[nameAt]))
            return Stray(line);
        var end = EndOfTag(nameAt);
        var whole = end < _window.Seen.Length && _window.Seen[end] == '>';
        var tag = TagText.Read(_window.Take(end)[nameAt..]);
        if (whole)
            _window.Skip(1);
        return new MarkupToken(closing ? MarkupTokenKind.Close : MarkupTokenKind.Open, tag.Name, line)
        {
            Attributes = tag.Attributes,
            Empty = tag.Empty,
            Cut = !whole,
        };
    }

    /// <summary>Where a tag ends: at ">" outside quotes, or before a "&lt;", which no tag may hold (XML 1.0, section 2.4).</summary>
    private int EndOfTag(int from)
    {
        var (quote, at) = ('\0', from);
        for (; _window.Ensure(at + 1) && at < maxToken; at++)
        {
            var c = _window.Seen[at];
            if (c == '<')
                break;
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && _window.Seen[at - 1] is '=' or ' ')
                quote = c;
            else if (c == '>')
                break;
        }

        return at;
    }

    private MarkupToken Stray(long line)
    {
        _window.Skip(1);
        return new MarkupToken(MarkupTokenKind.Text, "<", line);
    }
}
