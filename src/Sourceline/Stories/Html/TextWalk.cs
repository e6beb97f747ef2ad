using System.Text;
using AngleSharp.Dom;

namespace Sourceline.Stories.Html;

/// <summary>
/// The one definition of a story's canonical text: text nodes in order, as they are; an empty line between blocks, a line break for
/// <c>br</c> and between table rows, a tab between cells. Writing the text and finding offsets in it are the same walk.
/// </summary>
internal static class TextWalk
{
    public static string Text(INode root)
    {
        var text = new StringBuilder();
        Walk(root, text, null, 0);
        return text.ToString();
    }

    public static List<TextSegment> Segments(INode root, int start)
    {
        var segments = new List<TextSegment>();
        Walk(root, new StringBuilder(), segments, start);
        return segments;
    }

    private static void Walk(INode root, StringBuilder text, List<TextSegment>? segments, int start)
    {
        var gap = Gap.None;
        foreach (var (node, entering) in Steps(root))
        {
            if (node is not IText words)
            {
                gap = Wider(gap, GapOf(node, entering));
                continue;
            }
            // White space between blocks is the markup's, not the text's.
            if (!entering || words.Data.Length == 0 || ((gap != Gap.None || text.Length == 0) && string.IsNullOrWhiteSpace(words.Data)))
                continue;
            if (text.Length > 0)
                text.Append(Separator(gap));
            gap = Gap.None;
            segments?.Add(new TextSegment(words, start + text.Length));
            text.Append(words.Data);
        }
    }

    /// <summary>Every node on the way in and on the way out, without recursion.</summary>
    public static IEnumerable<(INode Node, bool Entering)> Steps(INode root)
    {
        var node = root.FirstChild;
        while (node is not null)
        {
            yield return (node, true);
            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            yield return (node, false);
            while (node!.NextSibling is null)
            {
                node = node.Parent;
                if (node is null || node == root)
                    yield break;
                yield return (node, false);
            }
            node = node.NextSibling;
        }
    }

    private static Gap GapOf(INode node, bool entering) =>
        node is not IElement element
            ? Gap.None
            : element.LocalName switch
            {
                "br" => entering ? Gap.Line : Gap.None,
                "td" or "th" => Gap.Cell,
                "tr" => Gap.Line,
                _ => Elements.IsBlock(element) || element.LocalName == "h1" ? Gap.Block : Gap.None,
            };

    private static Gap Wider(Gap left, Gap right) => left > right ? left : right;

    private static string Separator(Gap gap) =>
        gap switch
        {
            Gap.Cell => "\t",
            Gap.Line => "\n",
            Gap.Block => "\n\n",
            _ => "",
        };

    private enum Gap
    {
        None,
        Cell,
        Line,
        Block,
    }
}
