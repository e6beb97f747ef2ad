using Sourceline.Formats.Json;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>What a page says of itself outside of its data: data about another page is not believed.</summary>
/// <param name="Url">The page's URL, where known.</param>
/// <param name="Titles">Its headings and titles.</param>
internal sealed record PageSubject(string? Url, IReadOnlyCollection<string> Titles)
{
    private const double LikeEnough = 0.5;

    private static readonly char[] WordEnds =
    [
        ' ',
        '\u00a0',
        ',',
        '.',
        ':',
        ';',
        '!',
        '?',
        '"',
        '“',
        '”',
        '„',
        '«',
        '»',
        '(',
        ')',
        '|',
        '-',
        '–',
        '—',
        '…',
        '\'',
        '‘',
        '’',
    ];

    /// <summary>How surely a described article is the page's; 0 where it is another's.</summary>
    /// <param name="thing">The article.</param>
    /// <param name="isOnly">Whether the page describes no other.</param>
    public int Score(JsonLdThing thing, bool isOnly)
    {
        var urls = UrlsOf(thing.Fields).Where(url => UrlIdentity.Of(url) is not null && !UrlIdentity.IsFrontPage(url)).ToList();
        var isSameUrl = urls.Exists(url => UrlIdentity.AreSame(url, Url));
        var headline = HtmlText.Headline(thing.Fields.FirstText("headline", "name"));
        var likeness = headline is null || Titles.Count == 0 ? -1 : Titles.Max(title => Likeness(headline, title));
        if (isSameUrl)
            return 100 + (thing.IsMain ? 1 : 0);
        if (likeness >= LikeEnough)
            return 50 + (int)(40 * likeness);
        // Another URL or another headline: another story.
        if ((Url is not null && urls.Count > 0) || likeness >= 0)
            return 0;
        return thing.IsMain ? 10
            : isOnly ? 5
            : 1;
    }

    private static IEnumerable<string?> UrlsOf(JsonFields fields) =>
        fields
            .Elements("mainEntityOfPage")
            .Select(page => JsonFields.TextOf(page) ?? JsonFields.Of(page).FirstText("@id", "url"))
            .Append(fields.Text("url"))
            .Append(fields.Text("@id")?.Split('#')[0]);

    /// <summary>How alike two headlines are, 0 to 1: the words that both have, of all. One that only goes on further is the same.</summary>
    private static double Likeness(string one, string other)
    {
        if (one.Equals(other, StringComparison.OrdinalIgnoreCase))
            return 1;
        var (words, others) = (Words(one), Words(other));
        var (both, fewer) = (words.Count(others.Contains), Math.Min(words.Count, others.Count));
        if (both == 0)
            return 0;
        return fewer >= 3 && both >= fewer * 0.8 ? 0.9 : (double)both / (words.Count + others.Count - both);
    }

    private static HashSet<string> Words(string text) =>
        text.Split(WordEnds, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
}
