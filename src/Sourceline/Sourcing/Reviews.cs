using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Stories.Html;

namespace Sourceline.Sourcing;

/// <summary>Where a review begins: the story as the editor saw it.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Revision">Its revision on the page that the editor decided on.</param>
/// <param name="Actor">Who decides.</param>
public sealed record ReviewOf(long StoryId, int Revision, string Actor);

/// <summary>The review cannot be done; the message tells an editor why.</summary>
public sealed class ReviewRefusedException(string message) : Exception(message);

/// <summary>
/// What editors decide about statements. Each decision is one transaction: the rows, the story's revision, what leans on whom, and an
/// act that says who decided what.
/// </summary>
public sealed partial class Reviews(NewsDb db, ActLog log, TimeProvider clock)
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
            if (waiting.Count == 0) throw new ReviewRefusedException("No statement waits to be confirmed.");
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
            throw new ReviewRefusedException($"Version {version} is neither the newest nor the live one; its statements are history.");
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
                ?? throw new ReviewRefusedException("This statement is no longer there.");
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
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var story = await ClaimAsync(at, cancellationToken);
            var decision = await decide(story);
            await db.SaveChangesAsync(cancellationToken);
            var leans = new DependencyCountChanges();
            await DependencyProjection.RefreshAsync(db, story.Id, leans, cancellationToken);
            await log.AppendAsync(db, ActOf(at, decision), cancellationToken);
            await leans.WriteAsync(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception e) when (e is ReviewRefusedException or DbUpdateConcurrencyException)
        {
            // What was changed in memory is not in the database.
            db.ChangeTracker.Clear();
            if (e is ReviewRefusedException) throw;
            throw await MeanwhileAsync(at, cancellationToken);
        }
    }

    /// <summary>Raises the story's revision first: from here on its row is locked, and of two editors the second learns that she is late.</summary>
    private async Task<Story> ClaimAsync(ReviewOf at, CancellationToken cancellationToken)
    {
        var story = await db.Stories.SingleOrDefaultAsync(s => s.Id == at.StoryId, cancellationToken)
            ?? throw new ReviewRefusedException("This story is no longer there.");
        if (story.Revision != at.Revision) throw await MeanwhileAsync(at, cancellationToken);
        story.Revision++;
        await db.SaveChangesAsync(cancellationToken);
        return story;
    }

    private static Act ActOf(ReviewOf at, Decision decision) => new()
    {
        Kind = ActKind.ReviewStatements,
        StoryId = at.StoryId,
        Version = decision.Version,
        SubjectId = decision.StatementId,
        Actor = at.Actor,
        Reason = PlainText.Short(decision.What, 2000),
    };

    private async Task<ReviewRefusedException> MeanwhileAsync(ReviewOf at, CancellationToken cancellationToken)
    {
        var last = await db.Acts.AsNoTracking().Where(act => act.StoryId == at.StoryId)
            .OrderByDescending(act => act.Sequence).FirstOrDefaultAsync(cancellationToken);
        var who = last is null ? "somebody" : last.Actor;
        return new ReviewRefusedException($"Changed meanwhile by {who}. Nothing of yours was done; look again and decide anew.");
    }

    private sealed record Decision(int Version, long? StatementId, string What);
}
