using System.Globalization;
using Sourceline.Data.Model;
using Sourceline.Stories.Html;

namespace Sourceline.Stories.Publishing;

/// <summary>Judges the words and the time that come with an act, before anything is looked up.</summary>
public static class ActWords
{
    /// <summary>The reason is printed with notices, and the column holds no more.</summary>
    public const int ReasonLimit = 1000;

    /// <summary>UTF-16 code units of a note to readers.</summary>
    public const int NoteLimit = 2000;

    /// <summary>The order with its words trimmed; empty ones are none.</summary>
    /// <exception cref="ActRefusedException">Something is missing, too long, or not for this act; the message says what.</exception>
    public static ActOrder Judged(ActOrder order, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(order);
        var judged = order with { Reason = Trimmed(order.Reason, ReasonLimit, nameof(ActOrder.Reason)), Note = Trimmed(order.Note, NoteLimit, nameof(ActOrder.Note)) };
        if (StoryRules.NeedsReason(judged.Kind) && judged.Reason is null) throw new ActRefusedException("Say why: readers are shown the reason in the story's place.") { About = nameof(ActOrder.Reason) };
        if (StoryRules.NeedsNote(judged.Kind) && judged.Note is null) throw new ActRefusedException("Write the note: readers are told with the story what was wrong or unclear.") { About = nameof(ActOrder.Note) };
        if (judged.Note is not null && !StoryRules.IsRevision(judged.Kind)) throw new ActRefusedException("A note to readers goes with an update, a correction or a clarification alone.") { About = nameof(ActOrder.Note) };
        if (judged.Text is not null && !StoryRules.TakesText(judged.Kind)) throw new ActRefusedException("A new text goes with a draft, an update, a correction or a clarification alone.");
        DemandTime(judged, nowUtc);
        return judged;
    }

    /// <summary>"take down", "correct": the act in the words of a refusal.</summary>
    public static string Of(ActKind kind) => kind switch
    {
        ActKind.CorrectMinor or ActKind.CorrectMaterial => "correct",
        ActKind.TakeDown => "take down",
        ActKind.Embargo => "put under embargo",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>"taken down".</summary>
    public static string Of(StoryState state) => state switch
    {
        StoryState.TakenDown => "taken down",
        StoryState.Draft => "a draft",
        StoryState.Embargoed => "under embargo",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static void DemandTime(ActOrder order, DateTime nowUtc)
    {
        if (!StoryRules.NeedsTime(order.Kind))
        {
            if (order.DueUtc is not null) throw new ActRefusedException("A time goes with schedule and embargo alone.") { About = nameof(ActOrder.DueUtc) };
        }
        else if (order.DueUtc is not { } due)
        {
            throw new ActRefusedException("Say when: the story publishes itself then.") { About = nameof(ActOrder.DueUtc) };
        }
        else if (due <= nowUtc)
        {
            throw new ActRefusedException("That time has passed; a story publishes itself at a time to come.") { About = nameof(ActOrder.DueUtc) };
        }
    }

    private static string? Trimmed(string? words, int limit, string what)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        var trimmed = PlainText.WithoutControls(words.ReplaceLineEndings("\n")).Trim();
        if (trimmed.Length > limit)
            throw new ActRefusedException(string.Create(CultureInfo.InvariantCulture, $"The {what.ToLowerInvariant()} has {trimmed.Length:N0} characters; {limit:N0} is the most.")) { About = what };
        return trimmed.Length == 0 ? null : trimmed;
    }
}
