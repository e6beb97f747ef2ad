using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>The byline that a page shows with its headline. It is taken out of the text.</summary>
internal static class PageByline
{
    private const int Longest = 200;

    private const string Marked =
        "[itemprop~=author], [rel~=author], .byline, .by-line, .author-name, .author_name, .authorname, .author, .authors, .article-author, "
        + ".article__author, .post-author, .entry-author, .story-byline, .article-byline, .c-byline, .p-author, .vcard";

    private const string Names =
        "[itemprop~=name], [rel~=author], .author-name, .author_name, .fn, .author, .p-author, a[href*=author], a[href*=autor]";

    private const string Biographies =
        ".author-bio, .author-box, .about-author, .author-info, .authorbio, .author-description, .author-card, .bio";

    private static readonly string[] Ends = [" | ", " · ", " • ", " – ", " — ", " / "];

    /// <summary>The names; null where the page shows none.</summary>
    /// <param name="document">The page.</param>
    /// <param name="heading">The story's heading; null where it has none.</param>
    /// <param name="isSite">Whether a text is the site's name, which is no byline.</param>
    public static string? Take(IHtmlDocument document, IElement? heading, Func<string?, bool> isSite)
    {
        foreach (var biography in document.QuerySelectorAll(Biographies).ToList())
            if (biography.QuerySelector("h1, [itemprop~=articleBody]") is null)
                biography.Remove();
        var scope = heading?.Closest("article, main, [role=main]")
            ?? heading?.ParentElement
            ?? document.QuerySelector("article")
            ?? document.Body;
        if (scope is null)
            return null;
        var names = new List<string>();
        foreach (var element in Lines(scope, heading).ToList())
        {
            if (element.ParentElement is null || !IsOutermost(element, scope))
                continue;
            var found = NamesIn(element).Where(name => !isSite(name)).ToList();
            if (found.Count == 0)
                continue;
            names.AddRange(found);
            Remove(element);
        }

        return PersonName.Join(names) ?? TakeFirstLine(scope, heading);
    }

    /// <summary>Elements that are marked as the author's and stand before the text.</summary>
    private static IEnumerable<IElement> Lines(IElement scope, IElement? heading)
    {
        var isInText = false;
        foreach (var element in scope.QuerySelectorAll("p, " + Marked))
        {
            var isMarked = element.Matches(Marked);
            if (!isMarked)
                isInText |= element.TextContent.Trim().Length > Longest;
            else if (
                !isInText
                && element.TextContent.Length <= Longest
                && (heading is null || !element.Contains(heading))
                && !IsOfOther(element, scope)
            )
                yield return element;
        }
    }

    private static bool IsOfOther(IElement element, IElement scope) =>
        element.Closest("aside, nav, li, .comments, #comments, .related, .teaser, .card, blockquote, figure") is { } other
        && scope.Contains(other)
        && other != element;

    /// <summary>A name within a byline is read with it.</summary>
    private static bool IsOutermost(IElement element, IElement scope)
    {
        for (var at = element.ParentElement; at is not null && at != scope; at = at.ParentElement)
            if (at.Matches(Marked) && at.TextContent.Length <= Longest)
                return false;
        return true;
    }

    private static List<string> NamesIn(IElement element)
    {
        var parts = element
            .QuerySelectorAll(Names)
            .Where(part => part.QuerySelector(Names) is null)
            .Select(part => HtmlText.Of(part))
            .Select(PersonName.Of)
            .OfType<string>()
            .Distinct()
            .ToList();
        if (parts.Count > 0)
            return parts;
        return Blank.OneLine(element.GetAttribute("content")) is { } content && PersonName.Of(content) is { } hidden ? [hidden]
            : HtmlText.Of(element) is { } text && Name(text) is { } name ? [name]
            : [];
    }

    /// <summary>The line without what else it tells, such as a date.</summary>
    private static string? Name(string text)
    {
        foreach (var end in Ends)
            if (text.IndexOf(end, StringComparison.Ordinal) is > 0 and var at)
                text = text[..at];
        return DateLine.IsDate(text) || DateLine.IsTime(text) ? null : PersonName.Of(text.TrimEnd(',', '|', '·', '•', ' '));
    }

    /// <summary>Many pages print the byline as a paragraph of its own: "By Jo Marsh".</summary>
    private static string? TakeFirstLine(IElement scope, IElement? heading)
    {
        var afterHeading = heading is null;
        foreach (var element in scope.QuerySelectorAll("h1, h2, h3, p, div, span").ToList())
        {
            if (element == heading)
                afterHeading = true;
            else if (element.LocalName == "p" && element.TextContent.Trim().Length > Longest)
                return null;
            else if (
                afterHeading
                && element.QuerySelector("p, div, h1, h2, img") is null
                && HtmlText.Of(element) is { Length: < 120 } text
                && Named(text) is { } name
            )
            {
                Remove(element);
                return name;
            }
        }

        return null;
    }

    /// <summary>The names behind "By"; null where the line is none, or goes on as a sentence does.</summary>
    private static string? Named(string text)
    {
        if (BylinePrefix.Find(text) is null || text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!'))
            return null;
        var name = Name(text);
        var words = name?.Split(' ') ?? [];
        return words.Length is >= 1 and <= 12 && words.Count(word => char.IsLower(word[0])) <= words.Length / 2 ? name : null;
    }

    private static void Remove(IElement element)
    {
        var parent = element.ParentElement;
        element.Remove();
        if (
            parent is { LocalName: "p" or "div" or "span" or "li" }
            && parent.QuerySelector("img") is null
            && IsLeftover(parent.TextContent)
        )
            parent.Remove();
    }

    /// <summary>"By" and "and" around names that were taken.</summary>
    private static bool IsLeftover(string text) => text.Trim(' ', ',', '\n', '\r', '\t', ':', '|', '·').Length < 5;
}
