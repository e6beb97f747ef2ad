using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sourceline.Formats.SavedPage;

/// <summary>Takes out what stands around a story: by element and role, and by the words that classes and ids are made of.</summary>
internal static partial class PageNoise
{
    private const string Never = "script, style, noscript, template, button, input, select, textarea, svg, object, dialog, link, [aria-hidden=true], [hidden]";

    private const string Boxes = "nav, footer, aside, form, [role=navigation], [role=complementary], [role=search], [role=contentinfo]";

    /// <summary>The list of what was changed on our own story pages.</summary>
    public const string Corrections = "article.story .text > section.corrections";

    /// <summary>What our own story pages show beside the text: the panel of sources, too.</summary>
    private const string Own = "[aria-labelledby=sourceline-title], " + Corrections;

    private static readonly HashSet<string> Words = new(
    [
        "comment", "comments", "respond", "replies", "reply", "sidebar", "related", "share", "sharing", "sharedaddy", "social", "newsletter", "advert", "adverts", "advertisement",
        "promo", "breadcrumb", "breadcrumbs", "pagination", "navigation", "subscribe", "recommended",
    ], StringComparer.OrdinalIgnoreCase);

    public static void Remove(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll(Never + ", " + Own).ToList()) element.Remove();
        var all = document.Body is { } body ? MainText.Weight(body) : 0;
        var suspects = document.QuerySelectorAll(Boxes).Concat(document.QuerySelectorAll("[class], [id]").Where(IsNamedSo)).ToList();
        foreach (var element in suspects)
            if (!HoldsStory(element, all)) element.Remove();
    }

    private static bool IsNamedSo(IElement element) =>
        element.LocalName is not ("html" or "body" or "main") && !IsInSentence(element) && Word().Matches($"{element.ClassName} {element.Id}").Any(word => Words.Contains(word.Value));

    /// <summary>A link or a mark inside a paragraph is part of its words whatever its class.</summary>
    private static bool IsInSentence(IElement element) => element.LocalName != "p" && element.Closest("p, h1") is not null;

    /// <summary>Some sites set the whole page in a form, or name a box with the story for what stands beside it.</summary>
    private static bool HoldsStory(IElement element, int all) =>
        element.QuerySelector("h1, [itemprop~=articleBody]") is not null || (all > 0 && MainText.Weight(element) * 2 > all && element.Closest("[id=comments], .comments, .replies") is null);

    /// <summary>"comments-area", "article__related" and "shareTools" in their parts.</summary>
    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
