using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Telemetry;

namespace Sourceline.Stories.Publishing;

/// <summary>
/// What is done with a story, from the desk, the command line and the clock alike: each act checks the state, changes it, refreshes
/// what leans on it and is logged, in one transaction.
/// </summary>
public sealed class StoryActs(NewsDbFactory dbs, ActLog log, NewVersions versions, NewsMetrics metrics, TimeProvider clock)
{
    /// <summary>Does one act. A draft that is under embargo waits for its end where it is published.</summary>
    /// <exception cref="ActRefusedException">The state does not allow it, something is missing, or somebody else changed the story meanwhile.</exception>
    public async Task<ActDone> DoAsync(long storyId, ActOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (begun, isDone) = (NewsMetrics.Begin(), false);
        try
        {
            var done = await CommitAsync(storyId, order, cancellationToken);
            isDone = true;
            return done;
        }
        finally
        {
            metrics.Acted(order.Kind.ToString(), isDone, begun);
        }
    }

    private async Task<ActDone> CommitAsync(long storyId, ActOrder order, CancellationToken cancellationToken)
    {
        var judged = ActWords.Judged(order, Now);
        var reading = judged.Text is { } text ? await versions.ReadAsync(storyId, text, cancellationToken) : null;
        await using var db = dbs.Create();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var story = await ClaimAsync(db, storyId, judged, cancellationToken);
        var at = judged.AtUtc ?? Now;
        if (judged.Text is not null) await TakeTextAsync(db, story, judged, reading, at, cancellationToken);
        else DemandNewText(story, judged.Kind);
        var done = await PerformAsync(db, story, judged, at, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return done;
    }

    /// <summary>Publishes what a claimed job is about; does nothing where somebody else has done it or the story has moved on.</summary>
    internal async Task PublishDueAsync(DueWork work, DueJob job, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await work.FinishAsync(db, job.Id, cancellationToken)) return;
        var story = await db.Stories.SingleAsync(s => s.Id == job.StoryId, cancellationToken);
        // Put off since the job was claimed: the roll-back leaves the job, which is due later now.
        if (story.DueUtc > Now) return;
        if (story.State is StoryState.Scheduled or StoryState.Embargoed)
        {
            story.Revision++;
            await PerformAsync(db, story, new ActOrder(ActKind.Publish, "clock"), Now, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Judges the state and raises the story's revision first: from here on its row is locked, and of two editors the second learns that she is late.</summary>
    private static async Task<Story> ClaimAsync(NewsDb db, long storyId, ActOrder order, CancellationToken cancellationToken)
    {
        var story = await db.Stories.SingleOrDefaultAsync(s => s.Id == storyId, cancellationToken) ?? throw new ActRefusedException("There is no such story.");
        if (order.SeenRevision is { } seen && seen != story.Revision) throw await LateAsync(db, storyId, cancellationToken);
        _ = Demand(story, order.Kind);
        story.Revision++;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw await LateAsync(db, storyId, cancellationToken);
        }
        return story;
    }

    private static async Task TakeTextAsync(NewsDb db, Story story, ActOrder order, Sourceline.Attribution.Model.Reading? reading, DateTime at, CancellationToken cancellationToken)
    {
        var isNew = await NewVersions.AddAsync(db, story, order, reading, at, cancellationToken);
        // A text that waits already may be shown by sending it again; one that readers see may not be told to have changed.
        if (!isNew && (order.Kind == ActKind.Draft || story.LiveVersion == story.LatestVersion)) throw new ActRefusedException("The text has not changed.");
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A note can stand alone, where the text was right and unclear; an update without a text would tell readers of nothing.</summary>
    private static void DemandNewText(Story story, ActKind kind)
    {
        if (kind == ActKind.Draft) throw new ActRefusedException("There is no text to save.");
        if (kind == ActKind.Update && story.LatestVersion == story.LiveVersion)
            throw new ActRefusedException($"There is no newer text: readers see version {story.LiveVersion}, the newest.");
    }

    private async Task<ActDone> PerformAsync(NewsDb db, Story story, ActOrder order, DateTime at, CancellationToken cancellationToken)
    {
        var (kind, before) = (order.Kind, story.State);
        if (kind == ActKind.Publish && before is StoryState.Draft or StoryState.Unpublished && story.DueUtc > at) kind = ActKind.Embargo;
        await PublishingEffects.ApplyAsync(db, story, kind, Demand(story, kind), order, at, cancellationToken);
        await DueTimes.FollowAsync(db, story, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var leans = new DependencyCountChanges();
        if (kind != ActKind.Draft) await DependencyProjection.RefreshAsync(db, story.Id, leans, cancellationToken);
        var act = new Act
        {
            Kind = kind,
            StoryId = story.Id,
            Version = kind == ActKind.Draft || StoryRules.ShowsLatest(kind) ? story.LatestVersion : story.LiveVersion ?? story.LatestVersion,
            Actor = order.Actor,
            Reason = order.Reason,
            Note = order.Note,
            AtUtc = at,
        };
        await log.AppendAsync(db, act, cancellationToken);
        await leans.WriteAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new ActDone(story.Number, kind, before, story.State, act.Version.Value, act.Sequence);
    }

    private static StoryState Demand(Story story, ActKind kind) =>
        StoryRules.After(story.State, kind)
        ?? throw new ActRefusedException($"To {ActWords.Of(kind)} is not possible: story {story.Number} is {ActWords.Of(story.State)}.");

    /// <summary>The refusal of whoever decided on a story as it no longer is.</summary>
    internal static async Task<ActRefusedException> LateAsync(NewsDb db, long storyId, CancellationToken cancellationToken)
    {
        var last = await db.Acts.AsNoTracking().Where(act => act.StoryId == storyId).OrderByDescending(act => act.Sequence).FirstOrDefaultAsync(cancellationToken);
        return new ActRefusedException($"Changed meanwhile by {last?.Actor ?? "somebody"}. Nothing of yours was done; look again and decide anew.", isLate: true);
    }
}
