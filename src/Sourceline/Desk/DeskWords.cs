using System.Globalization;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;

namespace Sourceline.Desk;

/// <summary>The desk's words for states and kinds of sources.</summary>
internal static class DeskWords
{
    public static string Of(StoryState state) => state switch
    {
        StoryState.Draft => "Draft",
        StoryState.Scheduled => "Scheduled",
        StoryState.Embargoed => "Embargoed",
        StoryState.Published => "Published",
        StoryState.Withheld => "Withheld",
        StoryState.Killed => "Killed",
        StoryState.TakenDown => "Taken down",
        _ => "Unpublished",
    };

    public static string Of(Basis basis) => basis switch
    {
        Basis.Stated => "stated",
        Basis.Carried => "carried",
        _ => "inferred",
    };

    public static string Of(Review review) => review switch
    {
        Review.Confirmed => "confirmed",
        Review.Rejected => "rejected",
        _ => "proposed",
    };

    public static string Of(StatementKind kind) => kind switch
    {
        StatementKind.Direct => "quoted",
        StatementKind.Indirect => "reported",
        _ => "partly quoted",
    };

    public static string Moment(DateTimeOffset time) => time.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What a story that is scheduled or under embargo waits for.</summary>
    public static string Until(StoryState state, DateTimeOffset due) =>
        $"{(state == StoryState.Embargoed ? "Under embargo" : "Scheduled")} until {Moment(due)}; it publishes itself then.";

    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"on Saturday (17 July 2021)"; null where the text gives no date.</summary>
    public static string? Date(Sourceline.Data.Model.Statement statement)
    {
        if (statement.DateFrom is not { } from) return statement.DateWords;
        var to = statement.DateTo ?? from;
        var days = from == to ? Day(from) : $"{Day(from)} to {Day(to)}";
        return statement.DateWords is { } words ? $"{words} ({days})" : days;
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
