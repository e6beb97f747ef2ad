using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;

namespace Sourceline.Stories.Reviewing;

/// <summary>Where a review begins: the story as the editor saw it.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Revision">Its revision on the page that the editor decided on.</param>
/// <param name="Actor">Who decides.</param>
public sealed record ReviewOf(long StoryId, int Revision, string Actor);

/// <summary>
/// What editors decide about statements. Each decision is a <see cref="StoryTransaction"/> of its own.
/// </summary>
public sealed partial class Reviews(NewsDb db, StoryTransactions transactions, TimeProvider clock)
{
    /// <summary>
    /// Confirms a statement and every link of it that waits, and who its referring words ("he", "the report") mean. Who an unnamed
    /// source is stays a proposal where it was inferred: to name somebody whom the text does not name takes a decision of its own.
    /// </summary>
    public Task ConfirmAsync(ReviewOf at, long statementId, CancellationToken cancellationToken) =>
        OnStatementAsync(at, statementId, statement =>
        {
            ConfirmWhole(statement);
            return "confirmed";
        }, cancellationToken);

    /// <summary>Says that these words are no statement. Nothing is deleted: it can be reopened.</summary>
    public Task RejectAsync(ReviewOf at, long statementId, CancellationToken cancellationToken) =>
        OnStatementAsync(at, statementId, statement =>
        {
            statement.Review = Review.Rejected;
            return "rejected";
        }, cancellationToken);

    /// <summary>Puts the statement and all its links back to what they were: proposals.</summary>
    public Task ReopenAsync(ReviewOf at, long statementId, CancellationToken cancellationToken) =>
        OnStatementAsync(at, statementId, statement =>
        {
            statement.Review = Review.Proposed;
            foreach (var link in statement.Hops) link.Review = link.IdentityReview = Review.Proposed;
            return "reopened";
        }, cancellationToken);

    /// <summary>Confirms, as <see cref="ConfirmAsync"/> does, every statement of a version that waits.</summary>
    public Task ConfirmAllAsync(ReviewOf at, int version, CancellationToken cancellationToken) =>
        InTransactionAsync(at, async story =>
        {
            DemandOpen(story, version);
            var waiting = await db.Statements.Include(s => s.Hops).Include(s => s.Version)
                .Where(s => s.StoryId == story.Id && s.Version!.Number == version && s.Review == Review.Proposed).ToListAsync(cancellationToken);
            if (waiting.Count == 0) throw new ActRefusedException(words => words["refused.nothing-to-confirm"]);
            foreach (var statement in waiting)
            {
                ConfirmWhole(statement);
                Sign(statement, at.Actor);
            }
            return new Decision(version, null, $"confirmed all that waited: {waiting.Count} of the statements");
        }, cancellationToken);

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
            if (link.IdentityId is not null && link.IdentityBasis != Sourceline.Attribution.Model.Basis.Inferred && link.IdentityReview == Review.Proposed)
                link.IdentityReview = Review.Confirmed;
        }
    }

    private Task OnStatementAsync(ReviewOf at, long statementId, Func<Statement, string> decide, CancellationToken cancellationToken) =>
        OnStatementAsync(at, statementId, statement => Task.FromResult(decide(statement)), cancellationToken);

    private Task OnStatementAsync(ReviewOf at, long statementId, Func<Statement, Task<string>> decide, CancellationToken cancellationToken) =>
        InTransactionAsync(at, async story =>
        {
            var statement = await db.Statements.Include(s => s.Version).Include(s => s.Hops)
                .SingleOrDefaultAsync(s => s.Id == statementId && s.StoryId == story.Id, cancellationToken)
                ?? throw new ActRefusedException(words => words["refused.statement-gone"]);
            var version = statement.Version!.Number;
            DemandOpen(story, version);
            var what = await decide(statement);
            Sign(statement, at.Actor);
            return new Decision(version, statement.Id, $"statement {statement.Ordinal}: {what}");
        }, cancellationToken);

    private void Sign(Statement statement, string actor)
    {
        statement.ReviewedBy = actor;
        statement.ReviewedUtc = clock.GetUtcNow().UtcDateTime;
    }

    private async Task InTransactionAsync(ReviewOf at, Func<Story, Task<Decision>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        var act = ActRegistry.Of(ActKind.ReviewStatements);
        await using var transaction = await transactions.BeginAsync(db, act.Kind, cancellationToken);
        var story = await transaction.ClaimAsync(at.StoryId, at.Revision, act, cancellationToken);
        var decision = await decide(story);
        var effect = new ActEffect(Actors.Editor, at.Actor, transaction.NowUtc)
        {
            Version = decision.Version, SubjectId = decision.StatementId, Reason = PlainText.Short(decision.What, 2000),
        };
        await transaction.DoAsync(story, act, effect, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Decision(int Version, long? StatementId, string What);
}
