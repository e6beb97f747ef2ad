using AngleSharp.Dom;

namespace Sourceline.Stories;

/// <summary>A text node of a story's body and where its first character stands in the canonical text.</summary>
/// <param name="Node">The node.</param>
/// <param name="Start">UTF-16 code units from the start of the canonical text.</param>
public readonly record struct TextSegment(IText Node, int Start);

/// <summary>Headline, lead and body as they are stored.</summary>
/// <param name="Headline">One line of plain text.</param>
/// <param name="Lead">One paragraph of plain text, or null.</param>
/// <param name="BodyHtml">Sanitised, normalised.</param>
/// <param name="Text">The canonical text of all three.</param>
public sealed record StoryText(string Headline, string? Lead, string BodyHtml, string Text);

/// <summary>Makes hostile HTML safe and gives it one canonical plain text, which every offset counts in.</summary>
public static class StoryHtml
{
    /// <summary>Sanitises and normalises. Null or empty parts are allowed; a missing headline is made from the first words.</summary>
    public static StoryText Clean(string? headline, string? lead, string? bodyHtml) => throw new NotImplementedException();

    /// <summary>Where the body begins in the canonical text.</summary>
    public static int BodyStart(string headline, string? lead) => throw new NotImplementedException();

    /// <summary>Where the lead begins in the canonical text.</summary>
    public static int LeadStart(string headline) => throw new NotImplementedException();

    /// <summary>Parses a stored body; its children are the blocks.</summary>
    public static IElement Parse(string bodyHtml) => throw new NotImplementedException();

    /// <summary>The text nodes of a stored body in order: each character of each stands at its place in the canonical text.</summary>
    public static IReadOnlyList<TextSegment> Segments(IElement body, int bodyStart) => throw new NotImplementedException();

    /// <summary>Plain text with paragraphs as HTML paragraphs.</summary>
    public static string FromText(string text) => throw new NotImplementedException();

    /// <summary>HTML of unknown origin as plain text with empty lines between paragraphs; for replies.</summary>
    public static string ToText(string html) => throw new NotImplementedException();
}
