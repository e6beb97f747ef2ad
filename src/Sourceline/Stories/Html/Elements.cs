using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Sourceline.Stories.Html;

/// <summary>What each element means for a story. What stands in none of these sets is dropped and its children kept.</summary>
internal static class Elements
{
    /// <summary>Blocks that a story keeps.</summary>
    public static readonly FrozenSet<string> Blocks = Set(
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "hr",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd"
    );

    /// <summary>Blocks that only hold others: their boundaries count, they themselves go.</summary>
    public static readonly FrozenSet<string> Wrappers = Set(
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "center",
        "address",
        "details",
        "summary",
        "fieldset",
        "form"
    );

    public static readonly FrozenSet<string> Inlines = Set(
        "a",
        "em",
        "strong",
        "b",
        "i",
        "u",
        "s",
        "del",
        "ins",
        "code",
        "kbd",
        "samp",
        "sub",
        "sup",
        "small",
        "abbr",
        "cite",
        "q",
        "time",
        "mark",
        "bdi",
        "bdo",
        "br",
        "img",
        "ruby",
        "rt",
        "rp",
        "span"
    );

    /// <summary>Dropped with all that they hold: what runs, what is no text, and what parsers read in their own ways.</summary>
    public static readonly FrozenSet<string> Dropped = Set(
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "source",
        "track",
        "map",
        "area",
        "input",
        "button",
        "select",
        "option",
        "optgroup",
        "datalist",
        "textarea",
        "title",
        "meta",
        "link",
        "base",
        "head",
        "frame",
        "frameset",
        "noframes",
        "noembed",
        "xmp",
        "plaintext",
        "listing",
        "dialog",
        "portal",
        "slot"
    );

    /// <summary>Embedded players: dropped too, but a link to what they showed stays.</summary>
    public static readonly FrozenSet<string> Embeds = Set("iframe", "embed", "audio", "video");

    /// <summary>Stay although they hold no text.</summary>
    public static readonly FrozenSet<string> Void = Set("img", "br", "hr", "td", "th", "tr", "tbody", "thead", "tfoot");

    /// <summary>Hold blocks and are kept, so loose text in them is not wrapped in paragraphs.</summary>
    public static bool IsBlock(INode node) =>
        node is IElement element && (Blocks.Contains(element.LocalName) || Wrappers.Contains(element.LocalName));

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
