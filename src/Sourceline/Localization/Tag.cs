using System.Text.Encodings.Web;

namespace Sourceline.Localization;

/// <summary>An element around words of a sentence, such as a link. Attribute values are encoded.</summary>
public sealed class Tag
{
    private readonly string _name;
    private readonly (string Name, string Value)[] _attributes;

    private Tag(string name, params (string Name, string Value)[] attributes) => (_name, _attributes) = (name, attributes);

    public static Tag Code { get; } = new("code");

    public static Tag Strong { get; } = new("strong");

    public static Tag Bold { get; } = new("b");

    public static Tag Small { get; } = new("small");

    /// <summary>For a name within the words, which keeps its own direction.</summary>
    public static Tag Isolated { get; } = new("bdi");

    /// <summary>Words for screen readers alone.</summary>
    public static Tag Hidden { get; } = new("span", ("class", "visually-hidden"));

    public static Tag Link(string href) => new("a", ("href", href));

    public static Tag Span(string className) => new("span", ("class", className));

    /// <summary>The same element with one attribute more.</summary>
    /// <param name="name">A fixed name: it is not encoded.</param>
    /// <param name="value">Any text.</param>
    public Tag With(string name, string value) => new(_name, [.. _attributes, (name, value)]);

    internal void Open(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(_name);
        foreach (var (name, value) in _attributes)
        {
            writer.Write(' ');
            writer.Write(name);
            writer.Write("=\"");
            encoder.Encode(writer, value);
            writer.Write('"');
        }
        writer.Write('>');
    }

    internal void Close(TextWriter writer)
    {
        writer.Write("</");
        writer.Write(_name);
        writer.Write('>');
    }
}
