using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>The dates that a page shows of its story: marked as such, or standing with the headline. Others are those of teasers.</summary>
/// <param name="Published">As written; null where none is shown.</param>
/// <param name="Updated">As written; null where none is shown.</param>
internal sealed record PageDates(string? Published, string? Updated)
{
    private const int LongestLine = 160;

    private const string Candidates =
        "time, abbr[title], [itemprop~=datePublished], [itemprop~=dateModified], .published[title], .entry-date[datetime]";

    private const string Others =
        "aside, nav, footer:not(.entry-footer):not(.entry-meta), li article, .comments, #comments, .related, .teaser, .card";

    /// <param name="document">The page.</param>
    /// <param name="heading">The story's heading; null where it has none.</param>
    public static PageDates Find(IHtmlDocument document, IElement? heading)
    {
        var scope = ScopeOf(document, heading);
        if (scope is null)
            return new PageDates(null, null);
        var (published, updated, plain) = ((string?)null, (string?)null, (string?)null);
        var (afterHeading, inText) = (heading is null, false);
        foreach (var element in scope.QuerySelectorAll("p, h1, h2, h3, " + Candidates).Concat(scope.Matches(Candidates) ? [scope] : []))
        {
            afterHeading |= element == heading || (heading is not null && element.Contains(heading));
            if (element.LocalName == "p" && !element.Matches(Candidates))
            {
                inText |= afterHeading && element.TextContent.Trim().Length > LongestLine;
                continue;
            }

            if (!element.Matches(Candidates) || IsOfOther(element, scope) || Written(element) is not { } text)
                continue;
            if (IsMarked(element, "updated", "dateModified", "modified"))
                updated ??= text;
            else if (IsMarked(element, "published", "datePublished", "entry-date") || element.HasAttribute("pubdate"))
                published ??= text;
            else if (!inText && IsWithHeading(element, heading, afterHeading))
                plain ??= text;
        }

        return new PageDates(published ?? plain, updated);
    }

    private static IElement? ScopeOf(IHtmlDocument document, IElement? heading) =>
        heading?.Closest("article")
        ?? heading?.Closest("main, [role=main], [itemscope]")
        ?? (document.QuerySelectorAll("article").ToList() is [var only] ? only : null)
        ?? document.QuerySelector("main, [role=main]")
        ?? document.Body;

    private static bool IsOfOther(IElement element, IElement scope) =>
        (element.Closest(Others) is { } other && other != scope && scope.Contains(other))
        || (element.Closest("article") is { } article && article != scope && scope.Contains(article));

    /// <summary>Behind the heading, or in the same header.</summary>
    private static bool IsWithHeading(IElement element, IElement? heading, bool afterHeading) =>
        heading is null
            ? element.Closest("header, .entry-meta, .byline, .meta, .article-header") is not null
            : afterHeading || (element.Closest("header") ?? element.ParentElement)?.Contains(heading) == true;

    private static bool IsMarked(IElement element, params ReadOnlySpan<string> names)
    {
        var property = element.GetAttribute("itemprop") ?? "";
        foreach (var name in names)
            if (element.ClassList.Contains(name) || property.Split(' ').Contains(name, StringComparer.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Microformats keep the date in the title of an abbreviation, HTML in an attribute of its own.</summary>
    private static string? Written(IElement element)
    {
        if (element.LocalName == "abbr" && !IsMarked(element, "published", "updated", "dtstart", "date", "datePublished", "dateModified"))
            return null;
        return Blank.OneLine(element.GetAttribute("datetime"))
            ?? Blank.OneLine(element.GetAttribute("content"))
            ?? (element.LocalName == "time" ? null : Blank.OneLine(element.GetAttribute("title")))
            ?? HtmlText.Of(element);
    }
}
