using System.Globalization;
using System.Xml;
using Sourceline.Formats.Text;
using Sourceline.Formats.Writing;

namespace Sourceline.Formats.Rss;

/// <summary>Writes RSS 2.0 (rssboard.org/rss-specification) by the RSS Best Practices Profile.</summary>
internal static class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const int SummaryLength = 280;
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Write(Stream output, FeedDocument feed)
    {
        using var xml = CleanXml.Create(output);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "sourceline", null, FeedWriter.SourcingNamespace);
        xml.WriteStartElement("channel");
        WriteChannel(xml, feed);
        foreach (var entry in feed.Entries)
            WriteItem(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteChannel(XmlWriter xml, FeedDocument feed)
    {
        xml.Element("title", feed.Title);
        xml.Element("link", feed.HomeUrl.AbsoluteUri);
        xml.Element("description", feed.Description ?? feed.Title);
        xml.Element("language", feed.Language);
        xml.Element("lastBuildDate", Date(feed.Updated));
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", feed.SelfUrl.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.Element("title", entry.Headline);
        xml.Element("link", entry.Url.AbsoluteUri);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", entry.Id == entry.Url.AbsoluteUri ? "true" : "false");
        xml.WriteString(CleanXml.Text(entry.Id));
        xml.WriteEndElement();
        xml.Element("pubDate", Date(entry.Published));
        if (entry.Updated != entry.Published)
            xml.Element("atom", "updated", Atom, WrittenInstant.Of(entry.Updated));
        xml.Element("dc", "creator", DublinCore, entry.Byline);
        foreach (var name in entry.Categories.Concat(entry.Tags).Distinct())
            xml.Element("category", name);
        if (Summary(entry) is { } summary)
            xml.Element("description", Paragraphs.Escape(summary));
        xml.Element("content", "encoded", Content, entry.ContentHtml);
        if (entry.Language is { } language)
            xml.Element("dc", "language", DublinCore, language);
        XmlSourcing.Write(xml, entry);
        xml.WriteEndElement();
    }

    /// <summary>
    /// The lead, or the beginning of the text: many readers show the description alone, and the Best Practices Profile asks for one before
    /// content:encoded.
    /// </summary>
    private static string? Summary(FeedEntry entry) =>
        entry.Lead ?? (HtmlText.Plain(entry.ContentHtml) is { } text ? Shortened.AtWord(text, SummaryLength) : null);

    /// <summary>RFC 822, with the four-digit year that the RSS specification prefers.</summary>
    private static string Date(DateTimeOffset date) =>
        date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
