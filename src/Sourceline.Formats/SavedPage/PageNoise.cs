using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sourceline.Formats.SavedPage;

/// <summary>
/// Takes out what stands around a story: by element and role, and by the words of which classes and ids are made. A word that also names
/// parts of stories counts only where what it names reads like no part of one.
/// </summary>
internal static class PageNoise
{
    /// <summary>The list of what was changed on our own story pages.</summary>
    public const string Corrections = "article.story .text > section.corrections";

    private const string Never =
        "script, style, meta, noscript, template, button, input, select, textarea, svg, object, dialog, link, [aria-hidden=true], [hidden]";

    private const string Boxes = "nav, footer, aside, form, [role=navigation], [role=complementary], [role=search], [role=contentinfo]";

    /// <summary>What our own story pages show beside the text: the panel of sources, too.</summary>
    private const string Own = "[aria-labelledby=sourceline-title], " + Corrections;

    private const int ShortestProse = 80;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".!?…؟。۔");

    private static readonly FrozenSet<string> Certain = FrozenSet.ToFrozenSet([
        "comment",
        "comments",
        "respond",
        "replies",
        "disqus",
        "sidebar",
        "related",
        "relateds",
        "recommended",
        "recommendations",
        "recirc",
        "trending",
        "sharedaddy",
        "newsletter",
        "newsletters",
        "advert",
        "adverts",
        "advertisement",
        "advertising",
        "ad",
        "ads",
        "adsbygoogle",
        "dfp",
        "outbrain",
        "taboola",
        "sponsored",
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "subscribe",
        "subscription",
        "paywall",
        "cookie",
        "cookies",
        "readmore",
        "mostread",
    ]);

    /// <summary>Words that name parts of stories as well: an answer in an interview, a quoted post.</summary>
    private static readonly FrozenSet<string> Doubtful = FrozenSet.ToFrozenSet([
        "reply",
        "share",
        "sharing",
        "shares",
        "social",
        "promo",
        "promos",
        "promotion",
        "navigation",
        "follow",
        "widget",
    ]);

    /// <summary>Words that turn the others into their opposite, or speak of the page as a whole.</summary>
    private static readonly FrozenSet<string> Negations = FrozenSet.ToFrozenSet([
        "free",
        "no",
        "non",
        "not",
        "without",
        "less",
        "hide",
        "hidden",
        "off",
        "closed",
        "open",
        "has",
        "with",
        "enabled",
        "disabled",
        "allow",
    ]);

    public static void Remove(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll(Never + ", " + Own).ToList())
            element.Remove();
        var all = document.Body is { } body ? MainText.Weight(body) : 0;
        foreach (var element in document.QuerySelectorAll(Boxes).ToList())
            if (!HoldsStory(element, all))
                element.Remove();
        foreach (var element in document.QuerySelectorAll("[class], [id]").ToList())
            if (IsNoise(element) && !HoldsStory(element, all))
                element.Remove();
    }

    private static bool IsNoise(IElement element)
    {
        if (element.LocalName is "html" or "body" or "main" or "article" || IsInSentence(element))
            return false;
        var isDoubtful = false;
        foreach (var words in ClassWords.Of(element).Where(words => !words.Exists(Negations.Contains)))
        {
            if (words.Exists(Certain.Contains) || (words.Contains("read") && words.Contains("more")))
                return true;
            isDoubtful |= words.Exists(Doubtful.Contains);
        }

        return isDoubtful && !ReadsLikeStory(element);
    }

    /// <summary>A quotation, or words that are no links and long enough to be a paragraph.</summary>
    private static bool ReadsLikeStory(IElement element)
    {
        if (element.LocalName is "blockquote" or "figure" || element.QuerySelector("blockquote, figure") is not null)
            return true;
        var paragraphs = element.LocalName == "p" ? [element] : element.QuerySelectorAll("p").AsEnumerable();
        return paragraphs.Append(element).Any(IsProse);
    }

    private static bool IsProse(IElement element)
    {
        var length = MainText.OwnText(element);
        return length >= ShortestProse && element.TextContent.AsSpan().ContainsAny(SentenceMarks);
    }

    /// <summary>A link or a mark inside a paragraph is part of its words whatever its class.</summary>
    private static bool IsInSentence(IElement element) => element.LocalName != "p" && element.Closest("p, h1") is not null;

    /// <summary>Some sites set the whole page in a form, or name a box with the story for what stands beside it.</summary>
    private static bool HoldsStory(IElement element, int all) =>
        element.QuerySelector("h1, [itemprop~=articleBody]") is not null
        || (all > 0 && MainText.Weight(element) * 2 > all && element.Closest("[id=comments], .comments, .replies") is null);
}
