using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Finds the heading of the story among those of the page.</summary>
internal static class StoryHeading
{
    private const string Marked =
        "[itemprop~=headline], .entry-title, .post-title, .article-title, .article__title, .article-headline, .story-title, .headline";

    private static readonly string[] LogoWords = ["logo", "brand", "masthead", "sitename"];

    /// <summary>The element; null where the page shows no headline.</summary>
    /// <param name="document">The page.</param>
    /// <param name="isSite">Whether a text is the site's name.</param>
    public static IElement? Find(IHtmlDocument document, Func<string?, bool> isSite)
    {
        var first = document.QuerySelectorAll("h1").Where(IsHeadline).ToList();
        if (first.Find(heading => heading.Closest("article, main, [role=main]") is not null) is { } inText)
            return inText;
        var marked = document
            .QuerySelectorAll(Marked)
            .Where(element => element.LocalName is "h1" or "h2" or "h3" or "h4" or "div" or "p" or "span")
            .Where(IsHeadline)
            .Where(element => element.Closest("aside, nav, footer, li") is null && element.QuerySelector("a[href]") is null)
            .ToList();
        return first.FirstOrDefault()
            ?? (marked is [var only] ? only : marked.Find(element => element.Closest("article, main") is not null))
            ?? InArticle(document, IsHeadline);

        bool IsHeadline(IElement element) => !IsLogo(element) && HtmlText.Of(element) is { Length: < 400 } text && !isSite(text);
    }

    /// <summary>Whether a heading is the site's: a link to the front page, or named so.</summary>
    public static bool IsLogo(IElement heading)
    {
        for (var (at, level) = (heading, 0); at is not null && level < 3; (at, level) = (at.ParentElement, level + 1))
        {
            if (at.LocalName is "article" or "main" or "body")
                break;
            var isNamed = ClassWords
                .Of(at)
                .Any(words =>
                    words.Exists(LogoWords.Contains) || (words.Contains("site") && (words.Contains("title") || words.Contains("name")))
                );
            if (isNamed)
                return true;
        }

        var link = heading.QuerySelector("a[href]") ?? heading.Closest("a[href]");
        return link?.GetAttribute("href")?.Trim() is { } href && (href is "/" or "./" or "#" || UrlIdentity.IsFrontPage(href));
    }

    /// <summary>Pages whose first heading is the site's set the story's as a second one.</summary>
    private static IElement? InArticle(IHtmlDocument document, Func<IElement, bool> isHeadline)
    {
        var articles = document.QuerySelectorAll("article").ToList();
        var scope = articles is [var only] ? only : document.QuerySelector("main, [role=main]");
        return articles.Count > 1
            ? null
            : scope?.QuerySelectorAll("h2").FirstOrDefault(heading => isHeadline(heading) && heading.QuerySelector("a[href]") is null);
    }
}
