using System.Xml;
using Sourceline.Formats.Writing;

namespace Sourceline.Formats.Atom;

/// <summary>Writes Atom (RFC 4287).</summary>
internal static class AtomWriter
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static void Write(Stream output, FeedDocument feed)
    {
        using var xml = CleanXml.Create(output);
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xmlns", "sourceline", null, FeedWriter.SourcingNamespace);
        if (feed.Language is { } language)
            xml.WriteAttributeString("xml", "lang", null, CleanXml.Text(language));
        Element(xml, "id", feed.SelfUrl.AbsoluteUri);
        Element(xml, "title", feed.Title);
        Element(xml, "subtitle", feed.Description);
        Element(xml, "updated", WrittenInstant.Of(feed.Updated));
        Link(xml, "alternate", "text/html", feed.HomeUrl);
        Link(xml, "self", "application/atom+xml", feed.SelfUrl);
        // Section 4.1.1: a feed has an author unless every entry has one.
        Author(xml, feed.Title);
        foreach (var entry in feed.Entries)
            WriteEntry(xml, entry);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        if (entry.Language is { } language)
            xml.WriteAttributeString("xml", "lang", null, CleanXml.Text(language));
        Element(xml, "id", entry.Id);
        Element(xml, "title", entry.Headline);
        // Section 4.1.2: an alternate of each language, and no two of one; the story's own says its language where there are others.
        Link(xml, "alternate", "text/html", entry.Url, entry.Translations.IsEmpty ? null : entry.Language);
        foreach (var (tag, url) in entry.Translations)
            Link(xml, "alternate", "text/html", url, tag);
        Element(xml, "published", WrittenInstant.Of(entry.Published));
        Element(xml, "updated", WrittenInstant.Of(entry.Updated));
        if (entry.Byline is { } byline)
            Author(xml, byline);
        foreach (var name in entry.Categories.Concat(entry.Tags).Distinct())
            Category(xml, name);
        Element(xml, "summary", entry.Lead);
        Content(xml, entry.ContentHtml);
        XmlSourcing.Write(xml, entry);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string? text) => xml.Element(name, text, Namespace);

    private static void Link(XmlWriter xml, string rel, string type, Uri url, string? language = null)
    {
        xml.WriteStartElement("link", Namespace);
        xml.Attribute("rel", rel);
        xml.Attribute("type", type);
        if (language is not null)
            xml.Attribute("hreflang", language);
        xml.Attribute("href", url.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string name)
    {
        xml.WriteStartElement("category", Namespace);
        xml.Attribute("term", name);
        xml.WriteEndElement();
    }

    private static void Content(XmlWriter xml, string? html)
    {
        if (html is null)
            return;
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(CleanXml.Text(html));
        xml.WriteEndElement();
    }
}
