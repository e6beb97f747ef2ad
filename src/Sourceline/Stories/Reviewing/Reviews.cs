using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Stories.Reviewing;

/// <summary>Where a review begins: the story as the editor saw it.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Revision">Its revision on the page that the editor decided on.</param>
/// <param name="Actor">Who decides.</param>
public sealed record ReviewOf(long StoryId, int Revision, string Actor);

/// <summary>
/// What editors decide about statements. Each decision is a <see cref="StoryTransaction"/> of its own.
/// </summary>
public sealed partial class Reviews(NewsDb db, StoryTransactions transactions, Localizer words, TimeProvider clock)
{
    /// <summary>
    /// Confirms a statement and every link of it that waits, and who its referring words ("he", "the report") mean. Who an unnamed
    /// source is stays a proposal where it was inferred: to name somebody whom the text does not name takes a decision of its own.
    /// </summary>
    public Task ConfirmAsync(ReviewOf at, long statementId, CancellationToken cancellationToken) =>
        OnStatementAsync(
            at,
            statementId,
            statement =>
            {
                ConfirmWhole(statement);
                return words["reviewed.confirmed", statement.Ordinal];
            },
            cancellationToken
        );

    /// <summary>Says that these words are no statement. Nothing is deleted: it can be reopened.</summary>
    public Task RejectAsync(ReviewOf at, long statementId, CancellationToken cancellationToken) =>
        OnStatementAsync(
            at,
            statementId,
            statement =>
            {
                statement.Review = Review.Rejected;
                return words["reviewed.rejected", statement.Ordinal];
            },
            cancellationToken
        );

    /// <summary>Puts the statement and all its links back to what they were: proposals.</summary>
    public Task ReopenAsync(ReviewOf at, long statementId, CancellationToken cancellationToken) =>
        OnStatementAsync(
            at,
            statementId,
            statement =>
            {
                statement.Review = Review.Proposed;
                foreach (var link in statement.Hops)
                    link.Review = link.IdentityReview = Review.Proposed;
                return words["reviewed.reopened", statement.Ordinal];
            },
            cancellationToken
        );

    /// <summary>Says how the source stands to what was said: it denies it, promises it.</summary>
    public Task SetPolarityAsync(ReviewOf at, long statementId, Polarity polarity, CancellationToken cancellationToken) =>
        OnStatementAsync(
            at,
            statementId,
            statement =>
            {
                var before = statement.Polarity;
                if (!Enum.IsDefined(polarity))
                    throw new ActRefusedException(words => words["refused.no-such-action"]);
                statement.Polarity = polarity;
                return words[
                    "reviewed.polarity",
                    statement.Ordinal,
                    Argument.Words(PolarityWords.Label(words, before)),
                    Argument.Words(PolarityWords.Label(words, polarity))
                ];
            },
            cancellationToken
        );

    /// <summary>Confirms, as <see cref="ConfirmAsync"/> does, every statement of a version that waits.</summary>
    public Task ConfirmAllAsync(ReviewOf at, int version, CancellationToken cancellationToken) =>
        InTransactionAsync(
            at,
            async (story, nowUtc) =>
            {
                DemandOpen(story, version);
                var waiting = await db
                    .Statements.Include(s => s.Hops)
                    .Include(s => s.Version)
                    .Where(s => s.StoryId == story.Id && s.Version!.Number == version && s.Review == Review.Proposed)
                    .ToListAsync(cancellationToken);
                if (waiting.Count == 0)
                    throw new ActRefusedException(words => words["refused.nothing-to-confirm"]);
                foreach (var statement in waiting)
                {
                    ConfirmWhole(statement);
                    (statement.ReviewedBy, statement.ReviewedUtc) = (at.Actor, nowUtc);
                }
                return new Decision(version, null, words.Count("reviewed.all-confirmed", waiting.Count));
            },
            cancellationToken
        );

    /// <summary>Takes back what one act confirmed at once: the statements that are still as it left them wait again, except what was rejected in them.</summary>
    /// <param name="at">The story as the editor saw it.</param>
    /// <param name="sequence">The act's number in the log.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task UndoConfirmAllAsync(ReviewOf at, long sequence, CancellationToken cancellationToken) =>
        InTransactionAsync(
            at,
            async (story, nowUtc) =>
            {
                var act = await db
                    .Acts.AsNoTracking()
                    .SingleOrDefaultAsync(
                        one =>
                            one.Sequence == sequence
                            && one.StoryId == story.Id
                            && one.Kind == ActKind.ReviewStatements
                            && one.SubjectId == null,
                        cancellationToken
                    );
                var version = act?.Version ?? 0;
                var statements = act is null
                    ? []
                    : await db
                        .Statements.Include(s => s.Hops)
                        .Where(s => s.StoryId == story.Id && s.Version!.Number == version)
                        .ToListAsync(cancellationToken);
                statements.RemoveAll(statement => !IsConfirmedBy(statement, act!));
                if (statements.Count == 0)
                    throw new ActRefusedException(words => words["refused.nothing-to-undo"]);
                DemandOpen(story, version);
                foreach (var statement in statements)
                {
                    statement.Review = Review.Proposed;
                    (statement.ReviewedBy, statement.ReviewedUtc) = (at.Actor, nowUtc);
                    foreach (var hop in statement.Hops.Where(hop => hop.Review == Review.Confirmed))
                    {
                        hop.Review = Review.Proposed;
                        if (hop.IdentityBasis != Basis.Inferred && hop.IdentityReview == Review.Confirmed)
                            hop.IdentityReview = Review.Proposed;
                    }
                }
                return new Decision(version, null, words.Count("reviewed.all-undone", statements.Count));
            },
            cancellationToken
        );

    /// <summary>Whether a statement is as an act that confirmed several at once has left it.</summary>
    public static bool IsConfirmedBy(Statement statement, Act act)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(act);
        return statement.Review == Review.Confirmed && statement.ReviewedUtc == act.AtUtc && statement.ReviewedBy == act.Actor;
    }

    /// <summary>Older versions are history: what was confirmed in them is what readers saw.</summary>
    private static void DemandOpen(Story story, int version)
    {
        if (version != story.LatestVersion && version != story.LiveVersion)
            throw new ActRefusedException(words => words["refused.old-version", version]);
    }

    /// <summary>Confirms a statement with all of it that is not rejected; see <see cref="ConfirmAsync"/>.</summary>
    internal static void ConfirmWhole(Statement statement)
    {
        statement.Review = Review.Confirmed;
        foreach (var link in statement.Hops.Where(link => link.Review != Review.Rejected))
        {
            link.Review = Review.Confirmed;
            if (link.IdentityId is not null && link.IdentityBasis != Basis.Inferred && link.IdentityReview == Review.Proposed)
                link.IdentityReview = Review.Confirmed;
        }
    }

    private Task OnStatementAsync(ReviewOf at, long statementId, Func<Statement, string> decide, CancellationToken cancellationToken) =>
        OnStatementAsync(at, statementId, statement => Task.FromResult(decide(statement)), cancellationToken);

    private Task OnStatementAsync(
        ReviewOf at,
        long statementId,
        Func<Statement, Task<string>> decide,
        CancellationToken cancellationToken
    ) =>
        InTransactionAsync(
            at,
            async (story, _) =>
            {
                var statement = await db
                    .Statements.Include(s => s.Version)
                    .Include(s => s.Hops)
                    .SingleOrDefaultAsync(s => s.Id == statementId && s.StoryId == story.Id, cancellationToken)
                    ?? throw new ActRefusedException(words => words["refused.statement-gone"]);
                var version = statement.Version!.Number;
                DemandOpen(story, version);
                var what = await decide(statement);
                Sign(statement, at.Actor);
                return new Decision(version, statement.Id, what);
            },
            cancellationToken
        );

    private void Sign(Statement statement, string actor)
    {
        statement.ReviewedBy = actor;
        statement.ReviewedUtc = clock.GetUtcNow().UtcDateTime;
    }

    private async Task InTransactionAsync(ReviewOf at, Func<Story, DateTime, Task<Decision>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        var act = ActRegistry.Of(ActKind.ReviewStatements);
        await using var transaction = await transactions.BeginAsync(db, act.Kind, cancellationToken);
        var story = await transaction.ClaimAsync(at.StoryId, at.Revision, act, cancellationToken);
        var decision = await decide(story, transaction.NowUtc);
        var effect = new ActEffect(Actors.Editor, at.Actor, transaction.NowUtc)
        {
            Version = decision.Version,
            SubjectId = decision.StatementId,
            Reason = PlainText.Short(decision.What, 2000),
        };
        await transaction.DoAsync(story, act, effect, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Decision(int Version, long? StatementId, string What);
}
