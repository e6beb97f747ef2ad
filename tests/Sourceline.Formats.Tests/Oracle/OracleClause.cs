using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Tests.Oracle;

/// <summary>
/// One comparison of an expression that can be asked of an item: a field and what it must be. HTML is compared by its words and by
/// its addresses, for the oracle sanitises and this library does not.
/// </summary>
internal sealed partial record OracleClause(int? Entry, string Field, string Literal)
{
    /// <summary>The clauses of an expression that can be translated.</summary>
    public static IEnumerable<OracleClause> Of(string expression)
    {
        foreach (var part in expression.Split(" and "))
        {
            var match = Clause().Match(part.Trim().Trim('(', ')'));
            if (!match.Success)
                continue;
            var field = FieldSeparators().Replace(match.Groups["path"].Value, ".").Trim('.');
            int? entry = match.Groups["entry"].Success ? int.Parse(match.Groups["entry"].Value, CultureInfo.InvariantCulture) : null;
            var clause = new OracleClause(entry, field, match.Groups["literal"].Value.Trim());
            if (clause.IsKnown)
                yield return clause;
        }
    }

    public bool Holds(DocumentFound? document, IReadOnlyList<NewsItem> items)
    {
        if (Entry is null)
            return SameWords(document?.Title);
        return Entry < items.Count && Holds(items[Entry.Value]);
    }

    private bool IsKnown =>
        Entry is null
            ? Field is "title" or "title_detail.value" && Wanted is not null
            : Field switch
            {
                "published_parsed" or "updated_parsed" or "date_parsed" or "created_parsed" or "modified_parsed" or "issued_parsed" =>
                    Literal.StartsWith('('),
                "title"
                or "title_detail.value"
                or "summary"
                or "summary_detail.value"
                or "description"
                or "content.0.value"
                or "link"
                or "id"
                or "guid"
                or "author"
                or "author_detail.name"
                or "tags.0.term"
                or "category"
                or "enclosures.0.href"
                or "enclosures.0.url" => Wanted is not null,
                _ => false,
            };

    private string? Wanted => PythonLiteral.String(Literal);

    private bool Holds(NewsItem item) =>
        Field switch
        {
            "title" or "title_detail.value" => SameWords(item.Headline),
            "summary" or "summary_detail.value" or "description" or "content.0.value" => SameHtml(item.BodyHtml)
                || SameWords(item.Lead)
                || SameHtml(item.Lead),
            "link" => Wanted == (item.Url ?? "") || SameAddress(item.Url),
            "id" or "guid" => Wanted == item.Id || UrlIdentity.Of(Wanted) == item.Id || SameAddress(item.Id) || Wanted == item.Url,
            "author" or "author_detail.name" => PersonName.Of(Wanted) is null || PersonName.Of(Wanted) == item.Byline,
            "tags.0.term" or "category" => item.Categories.Concat(item.Tags).Contains(Blank.OneLine(Wanted) ?? "")
                || item.Categories.Length > 0 && Literal.Length > 0 && Blank.OneLine(Wanted) is null,
            "enclosures.0.href" or "enclosures.0.url" => item.Attachments.Any(a => a.Url == Wanted),
            _ => SameInstant(item.Published) || SameInstant(item.Updated),
        };

    /// <summary>The oracle gives titles as HTML or as text, this library as text.</summary>
    private bool SameWords(string? actual) =>
        Words(Wanted) == Close(actual) || Close(Wanted) == Close(actual) || Words(Wanted) == Words(actual);

    private bool SameHtml(string? actual) =>
        (Words(Wanted) == Words(actual) && Addresses(Wanted).SequenceEqual(Addresses(actual)))
        || (actual is not null && Close(Wanted) == Words(actual));

    private bool SameAddress(string? actual) =>
        Wanted is not null
        && actual is not null
        && Uri.UnescapeDataString(Wanted).TrimEnd('/') == Uri.UnescapeDataString(actual).TrimEnd('/');

    private bool SameInstant(DateTimeOffset? actual)
    {
        var numbers = Literal.Trim('(', ')').Split(',').Select(n => int.Parse(n.Trim(), CultureInfo.InvariantCulture)).ToArray();
        return actual?.UtcDateTime is { } utc
            && utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond))
                == new DateTime(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    private static string? Words(string? html) => HtmlText.Plain(html) is { } words ? Close(words) : null;

    private static string? Close(string? text) => Blank.OneLine(text)?.Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> Addresses(string? html) =>
        HtmlParsing
            .Parse(html ?? "")
            ?.QuerySelectorAll("a[href], img[src]")
            .Select(e => Uri.UnescapeDataString(e.GetAttribute("href") ?? e.GetAttribute("src") ?? ""))
        ?? [];

    [GeneratedRegex(
        @"^(?:feed|entries\[(?<entry>\d+)\])(?<path>(?:\[(?:['""]\w+['""]|\d+)\]|\.\w+)+)\s*==\s*(?<literal>[ur]?['""].*['""]|\([\d, ]+\)?)$",
        RegexOptions.Singleline
    )]
    private static partial Regex Clause();

    [GeneratedRegex(@"[\[\]'"".]+")]
    private static partial Regex FieldSeparators();
}
