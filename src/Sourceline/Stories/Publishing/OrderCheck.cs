using Sourceline.Stories.Html;

namespace Sourceline.Stories.Publishing;

/// <summary>Checks the words and the time that come with an act, before anything is looked up.</summary>
public static class OrderCheck
{
    /// <summary>UTF-16 code units of a reason: it is printed with notices, and their column holds no more.</summary>
    public const int ReasonLimit = 1000;

    /// <summary>UTF-16 code units of a note to readers.</summary>
    public const int NoteLimit = 2000;

    /// <summary>The order with its words trimmed; empty ones are left out.</summary>
    /// <exception cref="ActRefusedException">Something is missing, too long, or not for this act; the message says what.</exception>
    public static ActOrder Checked(ActOrder order, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(order);
        var act = ActRegistry.Of(order.Kind);
        var reason = Trimmed(order.Reason, ReasonLimit, nameof(ActOrder.Reason), "refused.reason-too-long");
        var note = Trimmed(order.Note, NoteLimit, nameof(ActOrder.Note), "refused.note-too-long");
        if (act.NeedsReason && reason is null)
            throw Wrong("refused.reason-missing", nameof(ActOrder.Reason));
        if (act.NeedsNote && note is null)
            throw Wrong("refused.note-missing", nameof(ActOrder.Note));
        if (note is not null && !act.IsRevision)
            throw Wrong("refused.note-unwanted", nameof(ActOrder.Note));
        if (order.Text is not null && !act.TakesText)
            throw Wrong("refused.text-unwanted", null);
        if (WrongTime(act, order.TimeUtc, nowUtc) is { } wrong)
            throw Wrong(wrong, nameof(ActOrder.TimeUtc));
        return order with { Reason = reason, Note = note };
    }

    private static string? WrongTime(StoryAct act, DateTime? time, DateTime nowUtc) =>
        (act.Time, time) switch
        {
            (ActTime.None, null) => null,
            (ActTime.None, _) => "refused.time-unwanted",
            (_, null) => "refused.time-missing",
            (ActTime.Future, { } due) => due > nowUtc ? null : "refused.time-past",
            (_, { } date) => date <= nowUtc ? null : "refused.time-future",
        };

    private static ActRefusedException Wrong(string key, string? about) => new(words => words[key]) { About = about };

    private static string? Trimmed(string? text, int limit, string about, string tooLong)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var trimmed = PlainText.WithoutControls(text.ReplaceLineEndings("\n")).Trim();
        if (trimmed.Length > limit)
            throw new ActRefusedException(words => words[tooLong, trimmed.Length, limit]) { About = about };
        return trimmed.Length == 0 ? null : trimmed;
    }
}
