using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Rss;

/// <summary>A feed as it is on the wire: RSS 0.9x and 2.0 keep the items in the channel, RSS 0.90 and 1.0 beside it.</summary>
internal sealed class RssChannel
{
    private readonly MarkupElement _channel;

    // What holds for all items is looked up once: a channel has its items among its children.
    private RssChannel(MarkupElement root, MarkupElement channel, ReadOptions options)
    {
        (Root, _channel) = (root, channel);
        Link = LinkOf(channel, FeedBase.Of(channel, options.BaseUrl));
        BaseUrl = options.BaseUrl ?? UrlText.Web(Link);
        Language = LanguageTag.Of(
            FirstText(channel, "language", "dc:language") ?? root.Attribute("xml:lang") ?? channel.Attribute("xml:lang")
        );
    }

    public MarkupElement Root { get; }

    public string? Link { get; }

    /// <summary>Where relative URLs start that no xml:base governs.</summary>
    public Uri? BaseUrl { get; }

    public string? Language { get; }

    public string? Title => HtmlText.Headline(FirstText(_channel, "title", "dc:title", "itunes:title"));

    public IEnumerable<RssItem> Items =>
        Root.Parent!.Descendants()
            .Where(element => element.LocalName == "item" && element.Name is "item" or "rdf:item")
            .Select(element => new RssItem(element, this));

    /// <summary>Null where there is no element at all.</summary>
    public static RssChannel? Find(MarkupElement document, ReadOptions options)
    {
        if (document.Elements.FirstOrDefault() is not { } root)
            return null;
        var channel = document.Descendants().FirstOrDefault(element => element.Is("channel"));
        return new RssChannel(root, channel ?? root, options);
    }

    public static string? FirstText(MarkupElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.Child(name) is { } child && Blank.KeepOrNull(child.Text()) is { } text)
                return text;
        return null;
    }

    /// <summary>
    /// FeedBurner's own links count visits, and it gives the page's URL beside them. RSS writes the URL as text; feeds also borrow Atom's
    /// link, whose URL is an attribute.
    /// </summary>
    public static string? LinkOf(MarkupElement element, Uri? baseUrl)
    {
        if (UrlText.Resolve(FirstText(element, "feedburner:origlink", "pheedo:origlink", "link"), baseUrl) is { } written)
            return written;
        var links = element.Elements.Where(child => child.LocalName == "link" && child.Attribute("href") is not null);
        var link = links.FirstOrDefault(one =>
            one.Attribute("rel") is null or "alternate" && one.Attribute("type") is null or "text/html" or "application/xhtml+xml"
        );
        return UrlText.Resolve(link?.Attribute("href"), baseUrl);
    }
}
