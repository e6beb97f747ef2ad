using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sourceline.Formats.SavedPage;

/// <summary>Takes out the little numbers that lead from the text to notes, and the marks that our own pages set around statements.</summary>
internal static class NoteLinks
{
    public static void Remove(IHtmlDocument document, string? url)
    {
        foreach (var reference in document.QuerySelectorAll("sup.reference, a.nr").ToList())
            reference.Remove();
        foreach (var link in document.QuerySelectorAll("a[href*='#']").Where(a => LeadsToNote(a, url)).ToList())
            Take(link);
        foreach (var mark in document.QuerySelectorAll("span.st[data-s]").ToList())
            mark.Replace([.. mark.ChildNodes]);
        foreach (var mark in document.QuerySelectorAll("span[id]:empty").ToList())
            mark.Remove();
    }

    /// <summary>Browsers make addresses absolute when they save a page.</summary>
    private static bool LeadsToNote(IElement link, string? url)
    {
        var (address, text) = (link.GetAttribute("href") ?? "", link.TextContent.Trim().Trim('[', ']', '(', ')'));
        var isHere = address.StartsWith('#') || (url is not null && address.StartsWith(url + "#", StringComparison.Ordinal));
        return isHere && text.Length is > 0 and < 4 && text.All(char.IsDigit);
    }

    private static void Take(IElement link)
    {
        var parent = link.ParentElement;
        link.Remove();
        if (parent is { LocalName: "sup" } && string.IsNullOrWhiteSpace(parent.TextContent))
            parent.Remove();
    }
}
