using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>The names under which a page speaks of its site, and titles without them.</summary>
internal sealed class SiteName
{
    private const int Longest = 80;

    private static readonly string[] Separators =
    [
        " | ",
        " - ",
        " – ",
        " — ",
        " :: ",
        " · ",
        " • ",
        " » ",
        " « ",
        " › ",
        " / ",
        " ~ ",
        " // ",
        ": ",
        " |",
        "|",
    ];

    private readonly HashSet<string> _names;
    private readonly string? _host;

    private SiteName(IEnumerable<string?> names, string? host)
    {
        _names = names.Select(Letters).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _host = Letters(host?.Split('.')[0]);
    }

    /// <param name="document">The page.</param>
    /// <param name="stated">What its data names as the publisher.</param>
    /// <param name="url">The page's URL or its site's.</param>
    public static SiteName Of(IHtmlDocument document, IEnumerable<string?> stated, string? url)
    {
        var logos = document
            .QuerySelectorAll("h1, .site-title, .site-name, .logo, .brand, [itemprop~=publisher] [itemprop~=name]")
            .Where(element => element.LocalName != "h1" || StoryHeading.IsLogo(element))
            .Select(element => HtmlText.Of(element));
        return new SiteName(stated.Concat(logos).Where(name => name is { Length: <= Longest }), UrlText.Host(url));
    }

    /// <summary>Whether this is the site's name and nothing else.</summary>
    public bool Is(string? text) =>
        text is { Length: <= Longest }
        && Letters(text) is { } letters
        && (_names.Contains(letters) || (_host is { Length: > 3 } && letters == _host));

    /// <summary>A title without the site's name before or behind it.</summary>
    /// <param name="title">As the page states it.</param>
    /// <param name="heading">The story's headline where the page shows one; what surrounds it in the title is none of it.</param>
    public string Remove(string title, string? heading)
    {
        if (heading is not null && heading.Length < title.Length && IsPart(title, heading))
            return heading;
        for (var again = true; again; )
        {
            again = false;
            foreach (var separator in Separators)
            {
                if (
                    title.LastIndexOf(separator, StringComparison.Ordinal) is > 0 and var last
                    && separator != ": "
                    && Is(title[(last + separator.Length)..])
                )
                    (title, again) = (title[..last].Trim(), true);
                else if (
                    title.IndexOf(separator, StringComparison.Ordinal) is > 0 and var first
                    && Is(title[..first])
                    && first + separator.Length < title.Length
                )
                    (title, again) = (title[(first + separator.Length)..].Trim(), true);
            }
        }

        return title;
    }

    /// <summary>Whether the headline stands in the title between its ends and separators.</summary>
    private static bool IsPart(string title, string heading)
    {
        if (title.StartsWith(heading, StringComparison.Ordinal))
            return StartsWithSeparator(title.AsSpan(heading.Length));
        return title.EndsWith(heading, StringComparison.Ordinal) && EndsWithSeparator(title.AsSpan(0, title.Length - heading.Length));
    }

    private static bool StartsWithSeparator(ReadOnlySpan<char> rest)
    {
        foreach (var separator in Separators)
            if (separator != ": " && rest.StartsWith(separator))
                return true;
        return false;
    }

    private static bool EndsWithSeparator(ReadOnlySpan<char> before)
    {
        foreach (var separator in Separators)
            if (before.EndsWith(separator))
                return true;
        return false;
    }

    /// <summary>Letters and digits alone, in lower case: "Harbour Herald" and "harbour-herald" are the same name.</summary>
    private static string? Letters(string? text)
    {
        if (text is null)
            return null;
        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.Length == 0 ? null : letters;
    }
}
