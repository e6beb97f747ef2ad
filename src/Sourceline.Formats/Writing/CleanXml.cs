using System.Text;
using System.Xml;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Writing;

/// <summary>XML out: every text passes through here, so that no character that XML forbids can get in.</summary>
internal static class CleanXml
{
    public static XmlWriter Create(Stream output) =>
        XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(false),
                Indent = true,
                IndentChars = "  ",
                CloseOutput = false,
            }
        );

    public static string Text(string text) => Entities.WithoutControls(text);

    /// <summary>An element with text; nothing where there is none.</summary>
    public static void Element(this XmlWriter xml, string name, string? text, string? ns = null)
    {
        if (text is not null)
            xml.WriteElementString(name, ns, Text(text));
    }

    public static void Element(this XmlWriter xml, string prefix, string name, string ns, string? text)
    {
        if (text is not null)
            xml.WriteElementString(prefix, name, ns, Text(text));
    }

    public static void Attribute(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
            xml.WriteAttributeString(name, Text(value));
    }
}
