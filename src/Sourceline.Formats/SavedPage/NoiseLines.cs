using AngleSharp.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Takes out lines within a text that lead elsewhere or speak of the site: "READ MORE", "Advertisement", "© 2021".</summary>
internal static class NoiseLines
{
    private const int Longest = 200;

    /// <summary>How lines begin that lead to other stories.</summary>
    private static readonly string[] Leads =
    [
        "read more",
        "read also",
        "also read",
        "read next",
        "see also",
        "more on this",
        "more on",
        "more:",
        "related:",
        "related stories",
        "related articles",
        "related story",
        "related news",
        "don't miss",
        "don’t miss",
        "you may also like",
        "recommended",
        "lesen sie auch",
        "lesen sie mehr",
        "mehr zum thema",
        "mehr dazu",
        "siehe auch",
        "lire aussi",
        "à lire aussi",
        "lire la suite",
        "voir aussi",
        "lea también",
        "lee también",
        "leer más",
        "ver también",
        "leia também",
        "leia mais",
        "veja também",
        "leggi anche",
        "leggi di più",
        "lees ook",
        "lees meer",
        "läs också",
        "läs mer",
        "les også",
        "læs også",
        "przeczytaj",
        "czytaj",
        "zobacz też",
        "читайте также",
        "читайте ещё",
        "подробнее",
        "читати також",
        "بیشتر بخوانید",
        "بیشتر بخوانید",
        "مطالب مرتبط",
        "اقرأ أيضا",
        "اقرأ أيضًا",
        "اقرأ المزيد",
        "ayrıca okuyun",
        "devamını oku",
    ];

    /// <summary>Whole lines that are no words of the story's.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "advertisement",
        "advertisements",
        "advertising",
        "ad",
        "sponsored",
        "sponsored content",
        "promoted",
        "related",
        "related stories",
        "related articles",
        "read more",
        "read also",
        "see also",
        "more",
        "share",
        "share this",
        "share this story",
        "share this article",
        "tweet",
        "print",
        "email",
        "story continues below advertisement",
        "article continues below advertisement",
        "article continues after advertisement",
        "continue reading",
        "skip advertisement",
        "anzeige",
        "werbung",
        "teilen",
        "publicité",
        "partager",
        "publicidad",
        "compartir",
        "publicidade",
        "compartilhar",
        "pubblicità",
        "condividi",
        "advertentie",
        "reklam",
        "annons",
        "реклама",
        "поделиться",
        "تبلیغات",
        "آگهی",
        "اعلان",
        "إعلان",
    };

    private static readonly string[] Shares = ["share this", "share on", "follow us", "teilen sie", "partagez", "comparte", "поделиться"];

    public static void Remove(IElement main)
    {
        foreach (var element in main.QuerySelectorAll("p, div, h2, h3, h4, h5, h6, small, strong, li, center").ToList())
        {
            if (
                element.ParentElement is null
                || element.QuerySelector("p, div, ul, ol, table, figure, img, blockquote, video, audio") is not null
            )
                continue;
            if (element.TextContent.Length > Longest || HtmlText.Of(element) is not { } text || !IsNoise(element, text))
                continue;
            var list = element.NextElementSibling;
            if (list is { LocalName: "ul" or "ol" } && LinkShare(list) > 0.8)
                list.Remove();
            element.Remove();
        }
    }

    private static bool IsNoise(IElement element, string text)
    {
        if (
            element.LocalName is "strong" or "li"
            && element.ParentElement is not { LocalName: "div" or "article" or "section" or "main" or "ul" or "ol" }
        )
            return false;
        if (Labels.Contains(text.TrimEnd(':', '.', ' ', '»', '→', '>')))
            return element.LocalName != "li";
        if (IsCopyright(text))
            return true;
        var line = text.TrimStart('►', '▶', '»', '>', '→', '•', '-', '–', '—', '*', ' ', '[', '(');
        if (Array.Exists(Leads, lead => line.StartsWith(lead, StringComparison.OrdinalIgnoreCase)))
            return LinkShare(element) > 0.4;
        return Array.Exists(Shares, share => line.StartsWith(share, StringComparison.OrdinalIgnoreCase))
            && (LinkShare(element) > 0 || line.EndsWith(':'));
    }

    private static bool IsCopyright(string text) =>
        text.StartsWith('©')
        || text.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase)
        || (text.StartsWith("copyright ", StringComparison.OrdinalIgnoreCase) && text.Any(char.IsAsciiDigit));

    /// <summary>The part of the text that is links, 0 to 1.</summary>
    private static double LinkShare(IElement element)
    {
        var all = element.TextContent.Trim().Length;
        return all == 0 ? 0 : (double)element.QuerySelectorAll("a[href]").Sum(link => link.TextContent.Trim().Length) / all;
    }
}
