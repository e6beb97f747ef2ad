using System.Globalization;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;

namespace Sourceline.Desk;

/// <summary>The desk's words for states, acts and kinds of sources.</summary>
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

    public static string Of(ActKind kind) => kind switch
    {
        ActKind.Receive => "received",
        ActKind.Draft => "drafted",
        ActKind.Publish => "published",
        ActKind.Schedule => "scheduled",
        ActKind.Embargo => "put under embargo",
        ActKind.Update => "updated",
        ActKind.CorrectMinor => "corrected, a slip",
        ActKind.CorrectMaterial => "corrected, in substance",
        ActKind.Clarify => "clarified",
        ActKind.Withhold => "withheld",
        ActKind.Release => "released",
        ActKind.Kill => "killed",
        ActKind.TakeDown => "taken down",
        ActKind.Unpublish => "unpublished",
        ActKind.ReviewStatements => "reviewed",
        ActKind.LinkTranslation => "linked with its translations",
        ActKind.UnlinkTranslation => "taken from its translations",
        ActKind.ApproveReply => "approved a reply",
        ActKind.RejectReply => "rejected a reply",
        ActKind.MarkReplySpam => "marked a reply as spam",
        _ => "held a reply again",
    };

    /// <summary>Said when it has been done.</summary>
    public static string Done(ActKind kind) => kind switch
    {
        ActKind.Publish => "Published.",
        ActKind.Update => "Updated: readers see the new text.",
        ActKind.CorrectMinor or ActKind.CorrectMaterial => "Corrected: readers see the note under the story.",
        ActKind.Clarify => "Clarified: readers see the note under the story.",
        ActKind.Withhold => "Withheld: the site shows a notice in its place.",
        ActKind.Release => "Released: readers see it again.",
        ActKind.Unpublish => "Unpublished: the site shows a notice in its place.",
        ActKind.TakeDown => "Taken down: the site shows a notice in its place.",
        _ => "Killed: the site shows a notice in its place.",
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
