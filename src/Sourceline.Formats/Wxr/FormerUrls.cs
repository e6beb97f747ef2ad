using System.Collections.Immutable;
using System.Globalization;

namespace Sourceline.Formats.Wxr;

/// <summary>The URLs under which WordPress shows a post besides its link: by its number, and by the slugs and dates that it had before.</summary>
internal static class FormerUrls
{
    private const int Most = 50;

    public static ImmutableArray<string> Of(WxrPost post, NewsItemKind kind, string? link, Uri? baseUrl)
    {
        var found = new List<string>();
        if (Uri.TryCreate(link, UriKind.Absolute, out var url))
            found.AddRange(Earlier(url, post));
        if (baseUrl is not null && post.Number is { } number && Parameter(kind) is { } parameter)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{baseUrl.AbsoluteUri.TrimEnd('/')}/?{parameter}={number}"));
        return [.. found.Where(former => former != link).Distinct().Take(Most)];
    }

    private static string? Parameter(NewsItemKind kind) =>
        kind switch
        {
            NewsItemKind.Story => "p",
            NewsItemKind.Page => "page_id",
            _ => null,
        };

    private static IEnumerable<string> Earlier(Uri url, WxrPost post)
    {
        var slug = Decoded(post.Field("wp:post_name") ?? "");
        var slugs = post.Metas("_wp_old_slug")
            .Select(Decoded)
            .Where(old => old.Length > 0 && !old.Contains('/', StringComparison.Ordinal))
            .Prepend(slug)
            .Distinct()
            .ToList();
        var dates = post.Metas("_wp_old_date").Select(date => date.Split('-')).Where(date => date.Length == 3).Prepend(null).ToList();
        var segments = url.AbsolutePath.Split('/');
        var at = slug.Length == 0 ? -1 : Array.FindLastIndex(segments, segment => Stem(Decoded(segment)) == slug);
        foreach (var old in at < 0 ? [slug] : slugs)
        {
            foreach (var date in dates)
            {
                var path = (string[])segments.Clone();
                if (at >= 0 && old != slug)
                    path[at] = Uri.EscapeDataString(old) + Decoded(segments[at])[slug.Length..];
                if (date is not null && !SetDate(path, date))
                    continue;
                yield return new Uri(url, string.Join('/', path)).AbsoluteUri;
            }
        }
    }

    /// <summary>A slug may carry an ending, such as ".html".</summary>
    private static string Stem(string segment) =>
        segment.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? segment[..dot] : segment;

    /// <summary>Replaces year, month and day where the path has them in a row; false where it has none.</summary>
    private static bool SetDate(string[] path, string[] date)
    {
        var year = Array.FindIndex(path, segment => segment.Length == 4 && segment.All(char.IsAsciiDigit));
        if (year < 0)
            return false;
        for (var part = 0; part < date.Length && year + part < path.Length; part++)
        {
            if (!path[year + part].All(char.IsAsciiDigit) || path[year + part].Length == 0)
                break;
            path[year + part] = date[part];
        }

        return true;
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text);
}
