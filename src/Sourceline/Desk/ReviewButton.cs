using System.Globalization;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;

namespace Sourceline.Desk;

/// <summary>A button of the review, as its value says it: <c>confirm 12</c>, <c>reject-link 40</c>.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Id">Of the statement or the link; 0 for the whole version.</param>
internal sealed record ReviewButton(string Verb, long Id)
{
    /// <summary>Null for what no button of the page says.</summary>
    public static ReviewButton? Parse(string? value) =>
        value?.Split(' ') is [var verb, var id] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? new(verb, row) : null;

    /// <summary>Does it, and gives the ordinal of the statement to show next; 0 for the top of the page.</summary>
    public async Task<int> PressAsync(Reviews reviews, ReviewOf at, DeskStory desk, CancellationToken cancellationToken)
    {
        await (Verb switch
        {
            "confirm" => reviews.ConfirmAsync(at, Id, cancellationToken),
            "reject" => reviews.RejectAsync(at, Id, cancellationToken),
            "reopen" => reviews.ReopenAsync(at, Id, cancellationToken),
            "confirm-all" => reviews.ConfirmAllAsync(at, desk.Version.Number, cancellationToken),
            "confirm-link" => reviews.JudgeLinkAsync(at, Id, Review.Confirmed, cancellationToken),
            "reject-link" => reviews.JudgeLinkAsync(at, Id, Review.Rejected, cancellationToken),
            "reopen-link" => reviews.JudgeLinkAsync(at, Id, Review.Proposed, cancellationToken),
            "confirm-who" => reviews.JudgeIdentityAsync(at, Id, Review.Confirmed, cancellationToken),
            "reject-who" => reviews.JudgeIdentityAsync(at, Id, Review.Rejected, cancellationToken),
            "nearer" => reviews.MoveLinkAsync(at, Id, -1, cancellationToken),
            "further" => reviews.MoveLinkAsync(at, Id, 1, cancellationToken),
            "remove" => reviews.RemoveLinkAsync(at, Id, cancellationToken),
            _ => throw new ActRefusedException(words => words["refused.no-such-action"]),
        });
        return Verb switch
        {
            "confirm-all" => 0,
            "confirm" or "reject" => desk.NextWaiting(OrdinalOf(desk, Id))?.Ordinal ?? 0,
            "reopen" => OrdinalOf(desk, Id),
            _ => OrdinalOfLink(desk, Id),
        };
    }

    public static int OrdinalOf(DeskStory desk, long statement) => desk.Statements.FirstOrDefault(s => s.Id == statement)?.Ordinal ?? 0;

    public static int OrdinalOfLink(DeskStory desk, long link) =>
        desk.Statements.FirstOrDefault(s => s.Hops.Exists(one => one.Id == link))?.Ordinal ?? 0;
}
