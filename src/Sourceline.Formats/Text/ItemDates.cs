using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>The dates of an item, from what its sender wrote.</summary>
/// <param name="Published">Null where no date of publication is given, or none that can be read.</param>
/// <param name="Updated">The last change.</param>
/// <param name="IsLastChange">Whether the first is the second, because no date of publication is given at all.</param>
/// <param name="Doubts">What could not be read.</param>
internal sealed record ItemDates(DateTimeOffset? Published, DateTimeOffset? Updated, bool IsLastChange, IReadOnlyList<string> Doubts)
{
    private const int LongestQuote = 60;

    /// <param name="published">The dates of publication that are given, the best first.</param>
    /// <param name="updated">The dates of the last change that are given, the best first.</param>
    /// <param name="zone">The zone of dates that name none.</param>
    /// <param name="language">The language of the dates, where known.</param>
    public static ItemDates Of(IEnumerable<string?> published, IEnumerable<string?> updated, TimeZoneInfo zone, string? language = null)
    {
        var (first, unread) = Read(published, zone, language);
        var (last, unreadChange) = Read(updated, zone, language);
        var doubts = new List<string>();
        if (unread is not null)
            doubts.Add($"The date of publication \"{Short(unread)}\" could not be read, so the item has none.");
        if (unreadChange is not null)
            doubts.Add($"The date of the last change \"{Short(unreadChange)}\" could not be read.");
        // What cannot be read is not replaced: the date of a change would be taken for that of publication.
        var isLastChange = first is null && unread is null && last is not null;
        return new ItemDates(isLastChange ? last : first, last, isLastChange, doubts);
    }

    /// <summary>What to report about a document in which items give no date of publication; null where all do.</summary>
    public static ProblemFound? LastChangesProblem(long items) =>
        items == 0
            ? null
            : new ProblemFound(
                ProblemSeverity.Warning,
                default,
                items == 1
                    ? "One item gives no date of publication; the date of its last change is used."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{items:N0} items give no date of publication; the dates of their last changes are used."
                    )
            );

    private static (DateTimeOffset? Date, string? Unread) Read(IEnumerable<string?> texts, TimeZoneInfo zone, string? language)
    {
        string? unread = null;
        foreach (var text in texts)
        {
            if (Blank.OneLine(text) is not { } written)
                continue;
            if (LooseDate.Parse(written, zone, language) is { } date)
                return (date, null);
            unread ??= written;
        }

        return (null, unread);
    }

    private static string Short(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
}
