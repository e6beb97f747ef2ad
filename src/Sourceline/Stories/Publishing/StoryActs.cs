using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>What is done with a story from the desk, the command line and the clock, each in a <see cref="StoryTransaction"/> of its own.</summary>
public sealed class StoryActs(NewsDbFactory dbs, StoryTransactions transactions, NewVersions versions, TimeProvider clock)
{
    /// <summary>Does one act. Publishing a draft that is under embargo puts it under embargo.</summary>
    /// <exception cref="ActRefusedException">The state does not allow it, something is missing, or somebody else changed the story meanwhile.</exception>
    public async Task<ActDone> DoAsync(long storyId, ActOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (act, given) = (ActRegistry.Of(order.Kind), OrderCheck.Checked(order, clock.GetUtcNow().UtcDateTime));
        var reading = given.Text is { } text ? await versions.ReadAsync(storyId, text, cancellationToken) : null;
        await using var db = dbs.Create();
        await using var transaction = await transactions.BeginAsync(db, order.Kind, cancellationToken);
        var story = await transaction.ClaimAsync(storyId, given.SeenRevision, act, cancellationToken);
        var (at, before) = (given.AtUtc ?? transaction.NowUtc, story.State);
        if (given.Text is not null)
            await TakeTextAsync(db, story, given, reading, at, cancellationToken);
        else
            DemandNewText(story, order.Kind);
        var effect = new ActEffect(Actors.Editor, given.Actor, at)
        {
            Reason = given.Reason,
            Note = given.Note,
            TimeUtc = given.TimeUtc,
        };
        var row = await transaction.DoAsync(story, act, effect, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ActDone(story.Number, row.Kind, before, story.State, row.Version!.Value, row.Sequence);
    }

    /// <summary>Publishes what a claimed job is about; does nothing where somebody else has done it or the story has moved on.</summary>
    internal async Task PublishDueAsync(DueWork work, DueJob job, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        await using var transaction = await transactions.BeginAsync(db, kind: null, cancellationToken);
        if (!await work.FinishAsync(db, job.Id, cancellationToken))
            return;
        var story = await db.Stories.SingleAsync(s => s.Id == job.StoryId, cancellationToken);
        // Put off since the job was claimed: the roll-back leaves the job, which is due later now.
        if (story.DueUtc > transaction.NowUtc)
            return;
        if (story.State is StoryState.Scheduled or StoryState.Embargoed)
        {
            story.Revision++;
            await transaction.DoAsync(
                story,
                ActRegistry.Of(ActKind.Publish),
                new ActEffect(Actors.Clock, "clock", transaction.NowUtc),
                cancellationToken
            );
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task TakeTextAsync(
        NewsDb db,
        Story story,
        ActOrder order,
        Reading? reading,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        var isNew = await NewVersions.AddAsync(db, story, order, reading, at, cancellationToken);
        // A text that waits already may be shown by sending it again; one that readers see may not be told to have changed.
        if (!isNew && (order.Kind == ActKind.Draft || story.LiveVersion == story.LatestVersion))
            throw new ActRefusedException(words => words["refused.text-same"]);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A note can stand alone, where the text was right and unclear; an update without a text would tell readers of nothing.</summary>
    private static void DemandNewText(Story story, ActKind kind)
    {
        if (kind == ActKind.Draft)
            throw new ActRefusedException(words => words["refused.text-missing"]) { About = nameof(ActOrder.Text) };
        if (kind == ActKind.Update && story.LatestVersion == story.LiveVersion)
        {
            var version = story.LatestVersion;
            throw new ActRefusedException(words => words["refused.no-newer-text", version]);
        }
    }
}
