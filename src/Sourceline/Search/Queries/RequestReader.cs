using System.Globalization;
using Sourceline.Localization;
using Sourceline.Stories.Html;

namespace Sourceline.Search.Queries;

/// <summary>Reads a request from an address, and says of everything that cannot be read what it should be.</summary>
internal static class RequestReader
{
    /// <summary>Characters of any one field.</summary>
    public const int Longest = 400;

    private static readonly string[] Names =
    [
        "q",
        "speaker",
        "via",
        "source",
        "category",
        "language",
        "from",
        "to",
        "order",
        "typing",
        "after",
    ];

    /// <summary>Which parameters no search has, in a sentence with those that there are; null where there is none of them.</summary>
    public static string? Strange(IQueryCollection query)
    {
        List<string> strange =
        [
            .. query
                .Keys.Except(Names, StringComparer.OrdinalIgnoreCase)
                .Take(Names.Length)
                .Select(name => $"“{(name.Length > Longest ? name[..Longest] : name)}”"),
        ];
        if (strange.Count == 0)
            return null;
        return $"{Listed(strange)} {(strange.Count == 1 ? "is no parameter" : "are no parameters")} of a search; there are {Listed(Names)}.";
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>Whether days of a year can be asked for: those that archives can have, which leave room for a day before and after.</summary>
    public static bool IsYear(int year) => year is >= 1000 and <= 9998;

    /// <summary>Reads a request, and what is wrong with it.</summary>
    /// <param name="query">The query of the address.</param>
    /// <param name="words">The language of the problems: the site's on its pages, English for programs.</param>
    public static (SearchRequest Request, IReadOnlyList<string> Problems) Read(IQueryCollection query, Localizer words)
    {
        var problems = new List<string>();
        string? Field(string name)
        {
            // What no text holds no search finds, and PostgreSQL refuses a NUL.
            var given = PlainText.WithoutControls(query[name].ToString()).Trim();
            if (given.Length > Longest)
            {
                problems.Add(words["search.too-long", Label(words, name), given.Length, Longest]);
                return null;
            }
            return given.Length == 0 ? null : given;
        }
        var asked = Field("q") ?? "";
        var order = ReadOrder(Field("order"), asked.Length > 0, problems, words);
        var request = new SearchRequest
        {
            Words = asked,
            Speaker = Field("speaker"),
            Via = Field("via"),
            Source = Field("source"),
            Category = Field("category"),
            Language = Field("language"),
            From = ReadDay(Field("from"), "from", end: false, problems, words),
            To = ReadDay(Field("to"), "to", end: true, problems, words),
            Order = order,
            Typing = Field("typing") == "1",
            After = ReadKey(Field("after"), order, problems, words),
        };
        if (request.From > request.To)
            problems.Add(words["search.days-reversed"]);
        return (request, problems);
    }

    /// <summary>The request as an address says it, without defaults.</summary>
    public static string Write(SearchRequest request)
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        Add("q", request.Words);
        Add("speaker", request.Speaker);
        Add("via", request.Via);
        Add("source", request.Source);
        Add("category", request.Category);
        Add("language", request.Language);
        Add("from", request.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", request.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("order", ChosenOrder(request));
        Add("after", request.After?.ToString());
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>The order as an address says it; null for the one that it has anyway.</summary>
    public static string? ChosenOrder(SearchRequest request) =>
        request.Order == Default(request.Words.Length > 0) ? null : request.Order.ToString().ToLowerInvariant();

    private static SearchOrder Default(bool hasWords) => hasWords ? SearchOrder.Relevance : SearchOrder.Newest;

    /// <summary>What the form calls a parameter.</summary>
    private static string Label(Localizer words, string name) =>
        name switch
        {
            "q" => words["search.words"],
            "speaker" => words["search.speaker"],
            "via" => words["search.via"],
            "from" => words["search.from"],
            "to" => words["search.to"],
            _ => name,
        };

    private static SearchOrder ReadOrder(string? given, bool hasWords, List<string> problems, Localizer words)
    {
        switch (given)
        {
            case null:
                return Default(hasWords);
            case "newest":
                return SearchOrder.Newest;
            case "relevance":
                return SearchOrder.Relevance;
            default:
                problems.Add(words["search.unknown-order", "newest", "relevance"]);
                return Default(hasWords);
        }
    }

    private static ResultCursor? ReadKey(string? given, SearchOrder order, List<string> problems, Localizer words)
    {
        if (given is null)
            return null;
        if (ResultCursor.Read(given) is { } key && key.Order == order)
            return key;
        problems.Add(words["search.unknown-page"]);
        return null;
    }

    /// <summary>A day, a month or a year: the first day of it, or the last.</summary>
    private static DateOnly? ReadDay(string? given, string name, bool end, List<string> problems, Localizer words)
    {
        if (given is null)
            return null;
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) && IsYear(day.Year))
            return day;
        if (DateOnly.TryParseExact(given, "yyyy-MM", culture, DateTimeStyles.None, out var month) && IsYear(month.Year))
            return end ? month.AddMonths(1).AddDays(-1) : month;
        if (given.Length == 4 && int.TryParse(given, NumberStyles.None, culture, out var year) && IsYear(year))
            return end ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1);
        problems.Add(words["search.unreadable-day", Label(words, name)]);
        return null;
    }
}
