using AngleSharp.Dom;

namespace Sourceline.Formats.SavedPage;

/// <summary>Sets text whose paragraphs are separated by two line breaks into paragraphs.</summary>
internal static class BrokenLines
{
    private const string Blocks =
        "p, div, ul, ol, table, figure, blockquote, h1, h2, h3, h4, h5, h6, pre, section, article, header, hr, dl, form, aside, iframe, video, audio, details";

    /// <summary>Works on the element and the boxes in it.</summary>
    public static void ToParagraphs(IElement main)
    {
        foreach (
            var box in main.QuerySelectorAll("br").Select(line => line.ParentElement).OfType<IElement>().Where(IsBox).Distinct().ToList()
        )
            if (HasDoubleBreak(box))
                Set(box);
    }

    private static bool IsBox(IElement element) =>
        element.LocalName is "div" or "td" or "article" or "section" or "main" or "body" or "center" or "blockquote";

    private static bool HasDoubleBreak(IElement box)
    {
        var breaks = 0;
        foreach (var node in box.ChildNodes)
        {
            if (IsBreak(node))
                breaks++;
            else if (!IsBlank(node))
                breaks = 0;
            if (breaks == 2)
                return true;
        }

        return false;
    }

    private static void Set(IElement box)
    {
        var nodes = box.ChildNodes.ToList();
        while (box.LastChild is { } last)
            box.RemoveChild(last);
        var (paragraph, breaks) = (default(IElement), new List<INode>());
        foreach (var node in nodes)
        {
            if (IsBreak(node) || (IsBlank(node) && (paragraph is null || breaks.Count > 0)))
            {
                breaks.Add(node);
            }
            else if (node is IElement element && element.Matches(Blocks))
            {
                (paragraph, breaks) = (null, []);
                box.AppendChild(node);
            }
            else
            {
                // One break is a line's end within a paragraph.
                if (paragraph is not null && breaks.Count(IsBreak) == 1)
                    foreach (var kept in breaks)
                        paragraph.AppendChild(kept);
                else if (paragraph is null || breaks.Count > 0)
                    box.AppendChild(paragraph = box.Owner!.CreateElement("p"));
                breaks = [];
                paragraph.AppendChild(node);
            }
        }
    }

    private static bool IsBreak(INode node) => node is IElement { LocalName: "br" };

    private static bool IsBlank(INode node) => node is IText && string.IsNullOrWhiteSpace(node.TextContent);
}
