using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Rss;

/// <summary>A feed as it is on the wire: RSS 0.9x and 2.0 keep the items in the channel, RSS 0.90 and 1.0 beside it.</summary>
internal sealed class RssChannel
{
    private readonly MarkupElement _channel;

    private RssChannel(MarkupElement root, MarkupElement channel, ReadOptions options)
    {
        (Root, _channel) = (root, channel);
        var link = LinkOf(channel, FeedBase.Of(channel, options.BaseUrl));
        BaseUrl = options.BaseUrl ?? UrlText.Web(link);
        Link = link;
    }

    public MarkupElement Root { get; }

    public string? Link { get; }

    /// <summary>Where relative addresses start that no xml:base governs.</summary>
    public Uri? BaseUrl { get; }

    public string? Title => HtmlText.Plain(FirstText(_channel, "title", "dc:title", "itunes:title"));

    public string? Language => Blank.ToNull(FirstText(_channel, "language", "dc:language")) ?? Root.Attribute("xml:lang") ?? _channel.Attribute("xml:lang");

    public IEnumerable<RssItem> Items => Root.Parent!.Descendants().Where(e => e.LocalName == "item" && e.Name is "item" or "rdf:item").Select(e => new RssItem(e, this));

    /// <summary>Null where there is no element at all.</summary>
    public static RssChannel? Find(MarkupElement document, ReadOptions options)
    {
        if (document.Elements.FirstOrDefault() is not { } root) return null;
        var channel = document.Descendants().FirstOrDefault(e => e.Is("channel"));
        return new RssChannel(root, channel ?? root, options);
    }

    public static string? FirstText(MarkupElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.Child(name) is { } child && Blank.KeepOrNull(child.Text()) is { } text) return text;
        return null;
    }

    /// <summary>RSS writes the address as text; feeds also borrow Atom's link, whose address is an attribute.</summary>
    public static string? LinkOf(MarkupElement element, Uri? baseUrl)
    {
        if (UrlText.Resolve(FirstText(element, "link"), baseUrl) is { } written) return written;
        var links = element.Elements.Where(e => e.LocalName == "link" && e.Attribute("href") is not null).ToList();
        var link = links.FirstOrDefault(l => l.Attribute("rel") is null or "alternate");
        return UrlText.Resolve(link?.Attribute("href"), baseUrl);
    }
}
