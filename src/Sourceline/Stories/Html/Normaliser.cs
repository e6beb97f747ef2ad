using System.Text;
using AngleSharp.Dom;

namespace Sourceline.Stories.Html;

/// <summary>Brings a sanitised body into the one form that is stored: blocks at the top, single spaces, nothing empty.</summary>
internal static class Normaliser
{
    public static void Normalise(IElement body)
    {
        Rename(body, "h1", "h2");
        foreach (
            var comment in TextWalk.Steps(body).Where(step => step.Entering && step.Node is IComment).Select(step => step.Node).ToList()
        )
            comment.Parent!.RemoveChild(comment);
        foreach (var span in body.QuerySelectorAll("span").Where(span => !span.HasAttribute("lang") && !span.HasAttribute("dir")).ToList())
            Unwrap(span);
        foreach (var wrapper in body.QuerySelectorAll("*").Where(e => Elements.Wrappers.Contains(e.LocalName)).Reverse().ToList())
        {
            WrapLoose(wrapper);
            Unwrap(wrapper);
        }
        WrapLoose(body);
        DropEmpty(body);
        body.Normalize();
        CollapseSpace(body);
        // A block may have held nothing but space.
        DropEmpty(body);
    }

    private static void Rename(IElement body, string from, string to)
    {
        foreach (var element in body.QuerySelectorAll(from).ToList())
        {
            var renamed = element.Owner!.CreateElement(to);
            while (element.FirstChild is { } child)
                renamed.AppendChild(child);
            element.Replace(renamed);
        }
    }

    private static void Unwrap(IElement element)
    {
        var parent = element.Parent!;
        while (element.FirstChild is { } child)
            parent.InsertBefore(child, element);
        parent.RemoveChild(element);
    }

    /// <summary>Runs of text and inline elements beside blocks become paragraphs, unless the whole is one run inside a kept block.</summary>
    private static void WrapLoose(IElement container)
    {
        var children = container.ChildNodes.ToList();
        var insideKept = container.ParentElement is { } parent && TakesTextItself(parent) && !children.Any(Elements.IsBlock);
        if (insideKept)
            return;
        IElement? paragraph = null;
        foreach (var child in children)
        {
            if (Elements.IsBlock(child))
            {
                paragraph = null;
                continue;
            }
            if (paragraph is null)
            {
                if (child is IText text && string.IsNullOrWhiteSpace(text.Data))
                    continue;
                paragraph = container.Owner!.CreateElement("p");
                container.InsertBefore(paragraph, child);
            }
            paragraph.AppendChild(child);
        }
    }

    private static bool TakesTextItself(IElement element) =>
        element.LocalName is "p" or "li" or "td" or "th" or "dt" or "dd" or "figcaption" or "caption"
        || Elements.Inlines.Contains(element.LocalName);

    private static void CollapseSpace(IElement body)
    {
        IText? last = null;
        var atStart = true;
        foreach (var (node, entering) in TextWalk.Steps(body).ToList())
        {
            if (node is IText text)
            {
                if (!entering || text.ParentElement?.Closest("pre") is not null)
                    continue;
                text.Data = Collapsed(text.Data, atStart);
                if (text.Data.Length == 0)
                    continue;
                last = text;
                atStart = text.Data[^1] == ' ';
            }
            else if (Elements.IsBlock(node) || node is IElement { LocalName: "br" })
            {
                if (last is not null)
                    last.Data = last.Data.TrimEnd(' ');
                last = null;
                atStart = true;
            }
            else if (node is IElement { LocalName: "img" })
            {
                last = null;
                atStart = false;
            }
        }
        if (last is not null)
            last.Data = last.Data.TrimEnd(' ');
    }

    private static string Collapsed(string words, bool atStart)
    {
        var collapsed = new StringBuilder(words.Length);
        var space = atStart;
        foreach (var c in words)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!isSpace)
                collapsed.Append(c);
            else if (!space)
                collapsed.Append(' ');
            space = isSpace;
        }
        return collapsed.ToString();
    }

    private static void DropEmpty(IElement body)
    {
        foreach (var (node, _) in TextWalk.Steps(body).Where(step => !step.Entering).ToList())
        {
            if (node is IText { Data.Length: 0 })
                node.Parent?.RemoveChild(node);
            else if (node is IElement element && IsEmpty(element))
                element.Remove();
        }
    }

    private static bool IsEmpty(IElement element) =>
        element.LocalName switch
        {
            "img" => string.IsNullOrEmpty(element.GetAttribute("src")),
            "p" => element.ChildNodes.All(child => child is IElement { LocalName: "br" }),
            "br" => false,
            "table" => string.IsNullOrWhiteSpace(element.TextContent) && element.QuerySelector("img") is null,
            var name => !Elements.Void.Contains(name) && !element.HasChildNodes,
        };
}
