using System.Xml;

namespace Sourceline.Formats.Writing;

/// <summary>Who says what, as an extension of RSS and Atom.</summary>
internal static class XmlSourcing
{
    private const string Namespace = FeedWriter.SourcingNamespace;

    public static void Write(XmlWriter xml, FeedEntry entry)
    {
        if (entry.Sourcing.IsEmpty)
            return;
        xml.WriteStartElement("sourceline", "sourcing", Namespace);
        foreach (var statement in entry.Sourcing)
        {
            xml.WriteStartElement("sourceline", "statement", Namespace);
            xml.WriteAttributeString("confirmed", statement.Confirmed ? "true" : "false");
            if (statement.Polarity is { } polarity)
                xml.WriteAttributeString("polarity", polarity);
            xml.Element("sourceline", "sentence", Namespace, statement.Sentence);
            xml.Element("sourceline", "content", Namespace, statement.Content);
            foreach (var name in statement.Chain)
                xml.Element("sourceline", "through", Namespace, name);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
