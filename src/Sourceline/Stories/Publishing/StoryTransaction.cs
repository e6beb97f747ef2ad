using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Localization;
using Sourceline.Sourcing;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Telemetry;

namespace Sourceline.Stories.Publishing;

/// <summary>
/// The one way in which acts are done, by editors, the clock, imports and the demo alike: it locks the story, checks the transition table,
/// changes the row, and at the commit makes the dependencies again, writes the log under its lock, then the counts. Followers of the log are
/// told by the commit itself.
/// </summary>
internal sealed class StoryTransaction : IAsyncDisposable
{
    /// <summary>More acts than this are written past the context, as those of an import.</summary>
    private const int MostTracked = 10;

    private readonly NewsDb _db;
    private readonly IDbContextTransaction _transaction;
    private readonly ActLog _log;
    private readonly NewsMetrics _metrics;
    private readonly SiteTime _time;
    private readonly ActKind? _kind;
    private readonly long _begun = NewsMetrics.Begin();
    private readonly List<Act> _acts = [];
    private readonly HashSet<long> _stale = [];
    private bool _isCommitted;

    public StoryTransaction(
        NewsDb db,
        IDbContextTransaction transaction,
        ActLog log,
        NewsMetrics metrics,
        SiteTime time,
        DateTime nowUtc,
        ActKind? kind
    ) => (_db, _transaction, _log, _metrics, _time, NowUtc, _kind) = (db, transaction, log, metrics, time, nowUtc, kind);

    public NewsDb Db => _db;

    /// <summary>When it was opened.</summary>
    public DateTime NowUtc { get; }

    /// <summary>Takes what changes in the dependencies of stories that the caller writes itself.</summary>
    public DependencyCountChanges Dependencies { get; } = new();

    /// <summary>Loads a story and raises its revision: from here on its row is locked, and of two editors the second is told that she is late.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="seen">The revision that the actor saw; null where nobody looked.</param>
    /// <param name="act">What is to be done with it, which its state must allow.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    /// <exception cref="ActRefusedException">There is no such story, its state does not allow the act, or somebody else changed it.</exception>
    public async Task<Story> ClaimAsync(long storyId, int? seen, StoryAct act, CancellationToken cancellationToken)
    {
        var story = await _db.Stories.SingleOrDefaultAsync(s => s.Id == storyId, cancellationToken)
            ?? throw new ActRefusedException(words => words["refused.story-gone"]);
        if (seen is { } revision && revision != story.Revision)
            throw await LateAsync(storyId, cancellationToken);
        _ = Demand(story, act, Actors.Editor);
        story.Revision++;
        await SaveAsync(storyId, cancellationToken);
        return story;
    }

    /// <summary>Does an act on a story of the context, with all that follows from it; saved by <see cref="CommitAsync"/>.</summary>
    /// <returns>The row of the log; it has its number after the commit.</returns>
    /// <exception cref="ActRefusedException">The state of the story does not allow it.</exception>
    public async Task<Act> DoAsync(Story story, StoryAct act, ActEffect effect, CancellationToken cancellationToken)
    {
        act = act.InsteadFor(story, effect);
        if (act.ShowsLatest && effect.Headline is null)
        {
            var latest = await _db
                .Versions.Where(v => v.StoryId == story.Id && v.Number == story.LatestVersion)
                .Select(v => new { v.Id, v.Headline })
                .SingleAsync(cancellationToken);
            effect = effect with { Headline = latest.Headline };
            if (story.LiveVersion is { } live && live != story.LatestVersion)
                await CarriedReviews.CarryAsync(_db, story.Id, live, latest.Id, cancellationToken);
        }
        var row = Do(story, act, effect);
        await DueTimes.FollowAsync(_db, story, cancellationToken);
        if (act.Stale.HasFlag(InvalidationScope.Sources))
            _stale.Add(story.Id);
        return row;
    }

    /// <summary>Does an act on a story whose rows the caller writes, with its dependencies: one that is new.</summary>
    /// <inheritdoc cref="DoAsync" path="/returns"/>
    /// <inheritdoc cref="DoAsync" path="/exception"/>
    public Act Do(Story story, StoryAct act, ActEffect effect)
    {
        var after = Demand(story, act, effect.By);
        var shown = story.LiveVersion is null ? null : story.PublishedUtc;
        if (effect.OriginDateUtc is { } date && (shown is null || date <= effect.AtUtc))
            story.PublishedUtc = date;
        act.Apply(story, effect);
        if (act.NeedsReason)
            story.Notice = effect.Reason;
        else if (after == StoryState.Published)
            story.Notice = null;
        story.State = after;
        return Log(
            story.Id,
            act,
            effect with
            {
                Version = effect.Version ?? VersionOf(story, act, effect.By),
                TimeUtc = effect.TimeUtc ?? (act.Time == ActTime.Future ? story.DueUtc : null),
            },
            shown == story.PublishedUtc ? null : shown
        );
    }

    /// <summary>Logs an act that leaves the story's row as it is, or whose rows the caller writes.</summary>
    public Act Log(long storyId, StoryAct act, ActEffect effect, DateTime? dateBefore = null)
    {
        var row = new Act
        {
            Kind = act.Kind,
            StoryId = storyId,
            Version = effect.Version,
            SubjectId = effect.SubjectId,
            Actor = effect.Actor,
            Reason = effect.Reason,
            Note = effect.Note,
            AtUtc = effect.AtUtc,
            TimeUtc = act.Time == ActTime.None ? null : effect.TimeUtc,
            DateBeforeUtc = dateBefore,
        };
        _acts.Add(row);
        return row;
    }

    /// <summary>Writes what is left to write, the log last, and commits.</summary>
    /// <exception cref="ActRefusedException">Somebody else changed a story meanwhile.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var storyId = _acts.Count > 0 ? _acts[0].StoryId : null;
        await SaveAsync(storyId, cancellationToken);
        foreach (var story in _stale)
            await DependencyProjection.RefreshAsync(_db, story, Dependencies, cancellationToken);
        // From here to the commit every other writer waits.
        if (_acts.Count > MostTracked)
            await _log.AppendManyAsync(_db, _acts, cancellationToken);
        else
            await _log.AppendAsync(_db, _acts, cancellationToken);
        await Dependencies.WriteAsync(_db, cancellationToken);
        await SaveAsync(storyId, cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
        _isCommitted = true;
    }

    /// <summary>Rolls back what was not committed; then the context tracks nothing, for what was changed in memory is not in the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        if (!_isCommitted)
            _db.ChangeTracker.Clear();
        if (_kind is { } kind)
            _metrics.Acted(kind.ToString(), _isCommitted, _begun);
    }

    /// <summary>The refusal of somebody who decided on a story as it no longer is.</summary>
    public async Task<ActRefusedException> LateAsync(long? storyId, CancellationToken cancellationToken)
    {
        var last = await _db
            .Acts.AsNoTracking()
            .Where(act => act.StoryId == storyId)
            .OrderByDescending(act => act.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        return new ActRefusedException(words => last is null ? words["refused.late"] : words["refused.late-to", last.Actor], isLate: true);
    }

    private StoryState Demand(Story story, StoryAct act, Actors by) => act.After(story, by) ?? throw act.Refusal(story, _time);

    private async Task SaveAsync(long? storyId, CancellationToken cancellationToken)
    {
        try
        {
            await _db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw await LateAsync(storyId, cancellationToken);
        }
    }

    /// <summary>What an origin does is about the version that it sent; what is done here, about the one that readers see or will see.</summary>
    private static int VersionOf(Story story, StoryAct act, Actors by) =>
        by == Actors.Origin || act.ShowsLatest || act.TakesText ? story.LatestVersion : story.LiveVersion ?? story.LatestVersion;
}
