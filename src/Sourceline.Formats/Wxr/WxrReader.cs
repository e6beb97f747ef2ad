using System.Globalization;
using Sourceline.Formats.Input;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// Reads WordPress's export format item by item. The export has no written standard; wp-admin/includes/export.php is its source,
/// and <c>wp:wxr_version</c> 1.0 to 1.2 its versions.
/// </summary>
internal sealed class WxrReader : IDisposable
{
    private readonly InputSource _source;
    private readonly EncodingChoice _encoding;
    private readonly DecodingReader _reader;
    private readonly MarkupScanner _scanner;
    private readonly MarkupTree _tree;
    private readonly WxrContext _context;
    private readonly WxrFeatured _featured = new();
    private readonly WxrWaiting _waiting;
    private MarkupElement? _container;
    private long _items;
    private long _undated;
    private bool _announced;
    private bool _closed;

    private WxrReader(InputSource source)
    {
        _source = source;
        _encoding = EncodingChoice.Of(source.Head.Span, Options.ContentType, isHead: true);
        _reader = new DecodingReader(source.All, _encoding);
        _scanner = new MarkupScanner(_reader, Options.MaxItemBytes, source.Cancellation);
        _scanner.SkipTo(source.Detected.Marker);
        _tree = new MarkupTree(_scanner, Options.MaxItemBytes);
        _context = new WxrContext(new WxrHeader(), new WxrPatterns(), Options);
        _waiting = new WxrWaiting(_context.Header, _context.Patterns);
    }

    private ReadOptions Options => _source.Options;

    public static IEnumerable<ReadResult> Read(InputSource source)
    {
        using var reader = new WxrReader(source);
        foreach (var result in reader.ReadAll())
            yield return result;
    }

    public void Dispose() => _reader.Dispose();

    private IEnumerable<ReadResult> ReadAll()
    {
        MarkupToken? waiting = null;
        while ((waiting ?? _scanner.Next()) is { Kind: not MarkupTokenKind.End } token)
        {
            waiting = null;
            if (token is { Kind: MarkupTokenKind.Close, Value: "channel" or "rss" })
                _closed = true;
            if (token.Kind != MarkupTokenKind.Open)
                continue;
            if (token.Value is "rss" or "channel")
                _container = MarkupTree.Open(token, _container);
            else if (token.Value != "item")
                waiting = ReadHeader(token);
            else
                foreach (var result in ReadItem(token, next => waiting = next))
                    yield return result;
        }

        foreach (var result in Announce())
            yield return result;
        foreach (var result in _waiting.Rest().SelectMany(Results))
            yield return result;
        foreach (var problem in AtEnd())
            yield return problem;
        _source.Report(SourceText.ProblemsOf(_encoding, _reader));
    }

    private MarkupToken? ReadHeader(MarkupToken token)
    {
        var element = MarkupTree.Open(token, _container);
        var next = token.Empty ? null : _tree.Fill(element, name => name == "item");
        _context.Header.Add(element);
        return next;
    }

    private IEnumerable<ReadResult> ReadItem(MarkupToken token, Action<MarkupToken?> setWaiting)
    {
        foreach (var result in Announce())
            yield return result;
        var element = MarkupTree.Open(token, _container);
        if (!token.Empty)
            setWaiting(_tree.Fill(element, name => name == "item"));
        var position = new Position(token.Line, ++_items);
        var post = new WxrPost(element);
        if (Refusal(post, position) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        var read = new WaitingPost(post, position, _tree.Damage == MarkupDamage.Mended, post.Content?.Length ?? 0);
        if (_waiting.MustWait(post))
            foreach (var result in _waiting.Add(read).SelectMany(Results))
                yield return result;
        else
            foreach (var result in Results(read))
                yield return result;
        if (Keep(post))
            foreach (var result in _waiting.Ready().SelectMany(Results))
                yield return result;
    }

    /// <summary>Takes what other items need; whether it is something of that sort.</summary>
    private bool Keep(WxrPost post)
    {
        switch (post.Type)
        {
            case WxrAuthors.GuestType:
                _context.Header.Authors.AddGuest(post);
                return true;
            case "wp_block":
                _context.Patterns.Add(post.Id, post.Content);
                return true;
            default:
                return false;
        }
    }

    private IEnumerable<ReadResult> Results(WaitingPost waiting)
    {
        foreach (var result in WxrAdapter.Read(waiting.Post, _context, waiting.Position))
        {
            if (result is ItemRead { Item.PublishedIsLastChange: true })
                _undated++;
            yield return result is ItemRead read ? read with { Item = _featured.Link(read.Item, waiting.Post) } : result;
        }

        if (waiting.WasMended)
            yield return new ProblemFound(
                ProblemSeverity.Warning,
                waiting.Position,
                "The item's XML is damaged and was repaired; compare it with the original.",
                waiting.Post.Id
            );
    }

    private IEnumerable<ReadResult> Announce()
    {
        if (_announced)
            yield break;
        _announced = true;
        yield return new DocumentFound(NewsFormat.Wxr, _context.Header.Origin(Options), _context.Header.Title);
    }

    private IEnumerable<ProblemFound> AtEnd()
    {
        if (ItemDates.LastChangesProblem(_undated) is { } problem)
            yield return problem;
        if (_closed)
            yield break;
        var position = new Position(_scanner.Line, 0);
        yield return _items == 0
            ? new ProblemFound(ProblemSeverity.Error, position, "The file breaks off before its first item.")
            : new ProblemFound(ProblemSeverity.Warning, position, "The export ends without its closing tag; it may have been cut short.");
    }

    private ProblemFound? Refusal(WxrPost post, Position position)
    {
        if (_tree.Damage.HasFlag(MarkupDamage.TooLarge))
        {
            var reason = string.Create(
                CultureInfo.InvariantCulture,
                $"The item is larger than {Options.MaxItemBytes:N0} characters, the limit."
            );
            return new ProblemFound(ProblemSeverity.Error, position, reason, post.Id);
        }

        return _tree.Damage.HasFlag(MarkupDamage.Unfinished)
            ? new ProblemFound(ProblemSeverity.Error, position, "The item breaks off before its end, so it was left out.", post.Id)
            : null;
    }
}
