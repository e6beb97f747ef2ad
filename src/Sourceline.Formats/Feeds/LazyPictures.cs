using System.Globalization;
using AngleSharp.Dom;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>Gives pictures that a script would load later the URL at which they are.</summary>
internal static class LazyPictures
{
    private const int LongestDescriptor = 12;

    private static readonly string[] Signs = ["data-", "srcset", "<noscript"];

    private static readonly string[] LazySources =
    [
        "data-src",
        "data-lazy-src",
        "data-original",
        "data-orig-file",
        "data-full-src",
        "data-large_image",
        "data-hi-res-src",
        "data-url",
        "data-lazy",
        "data-img-src",
        "data-image",
    ];

    private static readonly string[] SourceSets = ["srcset", "data-srcset", "data-lazy-srcset"];

    /// <summary>Whether such pictures may occur in the HTML.</summary>
    public static bool MayOccur(string html) => Array.Exists(Signs, sign => html.Contains(sign, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sets the sources of all pictures below an element, and takes those for readers without scripts where there is no other.</summary>
    public static void Resolve(IElement root)
    {
        foreach (var hidden in root.QuerySelectorAll("noscript").GroupBy(element => element.ParentElement).ToList())
            if (hidden.Key is { } parent)
                Uncover([.. parent.Children]);
        foreach (var picture in root.QuerySelectorAll("img").ToList())
        {
            if (!IsPlaceholder(picture.GetAttribute("src")))
                continue;
            if (SourceOf(picture) is { } url)
                picture.SetAttribute("src", url);
            else if (picture.GetAttribute("src") is not null)
                picture.Remove();
        }
    }

    /// <summary>A picture for readers without scripts repeats the one beside it, or stands in place of one that has no source.</summary>
    private static void Uncover(List<IElement> siblings)
    {
        for (var at = 0; at < siblings.Count; at++)
        {
            if (siblings[at] is not { LocalName: "noscript" } noscript)
                continue;
            var beside = new[]
            {
                at == 0 ? null : PictureIn(siblings[at - 1]),
                at + 1 == siblings.Count ? null : PictureIn(siblings[at + 1]),
            };
            var known = beside.OfType<IElement>().ToList();
            foreach (var picture in Pictures(noscript).Where(picture => !IsPlaceholder(picture.GetAttribute("src"))))
                Show(picture, known, noscript);
            noscript.Remove();
        }
    }

    private static void Show(IElement picture, List<IElement> known, IElement noscript)
    {
        var url = picture.GetAttribute("src")!;
        if (known.Find(one => IsPlaceholder(one.GetAttribute("src")) && SourceOf(one) is null && SameText(one, picture)) is { } empty)
            empty.SetAttribute("src", url);
        else if (!known.Exists(one => FileOf(SourceOf(one) ?? one.GetAttribute("src")) == FileOf(url)))
            noscript.Before(picture.Clone());
    }

    private static IElement? PictureIn(IElement element) =>
        element.LocalName switch
        {
            "img" => element,
            "noscript" => null,
            _ => element.QuerySelector("img"),
        };

    /// <summary>The best source that the picture or the element around it names; null where none does.</summary>
    private static string? SourceOf(IElement picture)
    {
        foreach (var name in LazySources)
            if (picture.GetAttribute(name) is { } url && !IsPlaceholder(url) && LooksLikeFile(url))
                return url.Trim();
        var around = picture.ParentElement is { LocalName: "picture" } parent
            ? parent.Children.Where(child => child.LocalName == "source")
            : [];
        return around
            .Prepend(picture)
            .SelectMany(element => SourceSets.Select(element.GetAttribute))
            .Select(Largest)
            .FirstOrDefault(url => url is not null);
    }

    /// <summary>A parser that would run scripts keeps the content as text.</summary>
    private static List<IElement> Pictures(IElement noscript)
    {
        var inside = noscript.QuerySelectorAll("img").ToList();
        if (inside.Count > 0 || !noscript.TextContent.Contains("<img", StringComparison.OrdinalIgnoreCase))
            return inside;
        return HtmlParsing.Parse(noscript.TextContent)?.QuerySelectorAll("img").ToList() ?? [];
    }

    private static bool SameText(IElement one, IElement other) =>
        one.GetAttribute("alt") is not { Length: > 0 } text || other.GetAttribute("alt") is not { Length: > 0 } hidden || text == hidden;

    /// <summary>The last part of the path, without the size that WordPress appends.</summary>
    private static string? FileOf(string? url)
    {
        if (url is null)
            return null;
        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? url : url[..end];
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static bool IsPlaceholder(string? source) =>
        Blank.ToNull(source) is not { } url
        || url.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        || url is "#" or "about:blank"
        || FileOf(url)
            is "blank.gif"
                or "spacer.gif"
                or "pixel.gif"
                or "transparent.gif"
                or "placeholder.gif"
                or "placeholder.png"
                or "placeholder.svg"
                or "lazy.png"
                or "loading.gif"
                or "1x1.gif"
                or "grey.gif"
                or "1x1.trans.gif"
                or "lazyload-ph.png";

    private static bool LooksLikeFile(string url) =>
        url.Contains('/', StringComparison.Ordinal) || url.Contains('.', StringComparison.Ordinal);

    /// <summary>HTML, section 4.8.4.2.1: candidates with a width or a density; the largest is the picture itself.</summary>
    private static string? Largest(string? set)
    {
        if (Blank.ToNull(set) is not { Length: <= 20_000 } text)
            return null;
        var (best, size) = ((string?)null, -1.0);
        foreach (var candidate in SplitSet(text))
        {
            var parts = candidate.Split((char[]?)null, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0 || IsPlaceholder(parts[0]))
                continue;
            var own =
                parts.Length > 1 && double.TryParse(parts[1].AsSpan(0, parts[1].Length - 1), CultureInfo.InvariantCulture, out var number)
                    ? number
                    : 1;
            if (own > size)
                (best, size) = (parts[0], own);
        }

        return best;
    }

    /// <summary>Commas may stand in URLs; one that separates is followed by white space or ends a descriptor.</summary>
    private static IEnumerable<string> SplitSet(string set)
    {
        var start = 0;
        for (var at = 0; at < set.Length; at++)
        {
            if (set[at] != ',' || !(at + 1 == set.Length || char.IsWhiteSpace(set[at + 1]) || EndsDescriptor(set, start, at)))
                continue;
            yield return set[start..at].Trim();
            start = at + 1;
        }

        if (start < set.Length)
            yield return set[start..].Trim();
    }

    private static bool EndsDescriptor(string set, int start, int comma)
    {
        if (comma == start || set[comma - 1] is not ('w' or 'x'))
            return false;
        var from = Math.Max(start, comma - LongestDescriptor);
        return set.AsSpan(from, comma - from).TrimStart().Contains(' ');
    }
}
