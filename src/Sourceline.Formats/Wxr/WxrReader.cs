using System.Globalization;
using Sourceline.Formats.Input;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// Reads WordPress's export format item by item. The export has no written standard; wp-admin/includes/export.php is its source,
/// and <c>wp:wxr_version</c> 1.0 to 1.2 its versions.
/// </summary>
internal sealed class WxrReader
{
    private readonly MarkupScanner _scanner;
    private readonly MarkupTree _tree;
    private readonly ReadOptions _options;
    private readonly WxrHeader _header = new();
    private readonly WxrFeatured _featured = new();
    private MarkupElement? _container;
    private long _items;
    private bool _announced;
    private bool _closed;

    private WxrReader(InputSource source)
    {
        _options = source.Options;
        var encoding = Charset.Detect(source.Head.Span, _options.ContentType);
        var reader = new StreamReader(source.All, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        _scanner = new MarkupScanner(reader, _options.MaxItemBytes);
        _tree = new MarkupTree(_scanner, _options.MaxItemBytes);
    }

    public static IEnumerable<ReadResult> Read(InputSource source) => new WxrReader(source).ReadAll();

    private IEnumerable<ReadResult> ReadAll()
    {
        MarkupToken? waiting = null;
        while ((waiting ?? _scanner.Next()) is { Kind: not MarkupTokenKind.End } token)
        {
            waiting = null;
            if (token is { Kind: MarkupTokenKind.Close, Value: "channel" or "rss" }) _closed = true;
            if (token.Kind != MarkupTokenKind.Open) continue;
            if (token.Value is "rss" or "channel") _container = MarkupTree.Open(token, _container);
            else if (token.Value != "item") waiting = ReadHeader(token);
            else foreach (var result in ReadItem(token, next => waiting = next)) yield return result;
        }

        foreach (var result in Announce()) yield return result;
        if (!_closed && _items == 0) yield return new ProblemFound(ProblemSeverity.Error, new Position(_scanner.Line, 0), "The file breaks off before its first item.");
        else if (!_closed) yield return new ProblemFound(ProblemSeverity.Warning, new Position(_scanner.Line, 0), "The export ends without its closing tag; it may have been cut short.");
    }

    private MarkupToken? ReadHeader(MarkupToken token)
    {
        var element = MarkupTree.Open(token, _container);
        var next = token.Empty ? null : _tree.Fill(element, name => name == "item");
        _header.Add(element);
        return next;
    }

    private IEnumerable<ReadResult> ReadItem(MarkupToken token, Action<MarkupToken?> setWaiting)
    {
        foreach (var result in Announce()) yield return result;
        var element = MarkupTree.Open(token, _container);
        if (!token.Empty) setWaiting(_tree.Fill(element, name => name == "item"));
        var position = new Position(token.Line, ++_items);
        var post = new WxrPost(element);
        if (Refusal(post, position) is { } refusal) yield return refusal;
        else foreach (var result in WxrAdapter.Read(post, _header, position, _options)) yield return result is ItemRead read ? read with { Item = _featured.Link(read.Item, post) } : result;
        if (_tree.Damage == MarkupDamage.Mended)
            yield return new ProblemFound(ProblemSeverity.Warning, position, "The item's XML is damaged and was mended; compare it with the original.", post.Id);
    }

    private IEnumerable<ReadResult> Announce()
    {
        if (_announced) yield break;
        _announced = true;
        yield return new DocumentFound(NewsFormat.Wxr, _header.Origin(_options), _header.Title);
    }

    private ProblemFound? Refusal(WxrPost post, Position position)
    {
        if (_tree.Damage.HasFlag(MarkupDamage.TooLarge))
            return new ProblemFound(ProblemSeverity.Error, position, string.Create(CultureInfo.InvariantCulture, $"The item is larger than {_options.MaxItemBytes:N0} characters, the limit."), post.Id);
        if (_tree.Damage.HasFlag(MarkupDamage.Unfinished))
            return new ProblemFound(ProblemSeverity.Error, position, "The item breaks off before its end, so it was left out.", post.Id);
        return null;
    }
}
