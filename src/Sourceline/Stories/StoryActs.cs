using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Statements;
using Sourceline.Stories.Html;

namespace Sourceline.Stories;

/// <summary>What may be done with a story: each act checks the state, changes it, refreshes what leans on it and is logged, in one transaction.</summary>
public sealed class StoryActs(NewsDbFactory dbs, ActLog log, StatementRecorder statements, TimeProvider clock)
{
    /// <summary>The reason is printed with notices, and the column holds no more.</summary>
    public const int ReasonLimit = 1000;

    private const string Meanwhile = "Somebody else changed the story meanwhile; look at it again.";

    /// <summary>Publishes the latest version. A draft that is under embargo waits for its end instead.</summary>
    /// <exception cref="ActRefusedException">The state does not allow it, or somebody else changed the story meanwhile.</exception>
    public Task<StoryState> PublishAsync(long storyId, string actor, string? reason, CancellationToken cancellationToken) =>
        ActAsync(storyId, ActKind.Publish, actor, reason, null, cancellationToken);

    /// <summary>Does one act that needs no new text.</summary>
    /// <param name="seenRevision">The revision that the actor decided on; null where nobody looked.</param>
    /// <returns>Where the story stands now: to publish a draft under embargo makes it embargoed.</returns>
    /// <exception cref="ActRefusedException">The state does not allow it, or somebody else changed the story meanwhile.</exception>
    public Task<StoryState> ActAsync(long storyId, ActKind kind, string actor, string? reason, int? seenRevision, CancellationToken cancellationToken) =>
        InTransactionAsync(storyId, (db, story) => seenRevision is { } seen && seen != story.Revision
            ? throw new ActRefusedException(Meanwhile)
            : PerformAsync(db, story, kind, actor, reason, null, cancellationToken), cancellationToken);

    /// <summary>
    /// Puts a new text before readers, as an update, a correction or a clarification. What editors confirmed is kept where its
    /// evidence is unchanged.
    /// </summary>
    /// <param name="reason">The note that readers see.</param>
    /// <param name="atUtc">When it was done; null for now.</param>
    /// <exception cref="ActRefusedException">The story is not public, or the text is the same as before.</exception>
    public Task<StoryState> ReviseAsync(
        long storyId, ActKind kind, StoryText text, string actor, string? reason, DateTime? atUtc, CancellationToken cancellationToken) =>
        InTransactionAsync(storyId, async (db, story) =>
        {
            ArgumentNullException.ThrowIfNull(text);
            if (kind == ActKind.Publish || !StoryRules.ShowsLatest(kind)) throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a revision.");
            Demand(story, kind);
            var before = await db.Versions.SingleAsync(v => v.StoryId == storyId && v.Number == story.LatestVersion, cancellationToken);
            var reviewed = await KeptReviews.OfAsync(db, story, cancellationToken);
            if (before.Text == text.Text && before.BodyHtml == text.BodyHtml) throw new ActRefusedException("The text has not changed.");
            var version = NewVersion(story, before, text, actor, atUtc ?? Now);
            var reading = statements.Read(version.Text, story.Language, story.PublishedUtc ?? Now, cancellationToken);
            var sources = new Sources(db);
            await sources.LoadAsync(StatementRecorder.NamesOf(reading), cancellationToken);
            await StatementRecorder.RecordAsync(version, reading, reviewed, sources, cancellationToken);
            foreach (var statement in version.Statements) statement.StoryId = storyId;
            db.Versions.Add(version);
            await PerformAsync(db, story, kind, actor, reason, atUtc, cancellationToken);
        }, cancellationToken);

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
            await PerformAsync(db, story, ActKind.Publish, "clock", null, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task PerformAsync(
        NewsDb db, Story story, ActKind kind, string actor, string? reason, DateTime? atUtc, CancellationToken cancellationToken)
    {
        var at = atUtc ?? Now;
        if (kind == ActKind.Publish && story.State is StoryState.Draft or StoryState.Unpublished && story.DueUtc > at) kind = ActKind.Embargo;
        var state = Demand(story, kind);
        if (StoryRules.ShowsLatest(kind)) await ShowLatestAsync(db, story, kind, at, cancellationToken);
        if (kind == ActKind.Release)
        {
            // What came in withheld has never been shown.
            story.LiveVersion ??= story.LatestVersion;
            if (story.PublishedUtc is null || story.PublishedUtc > at) story.PublishedUtc = at;
        }
        story.Notice = state is StoryState.Published ? null : Trimmed(reason);
        story.State = state;
        story.Revision++;
        await DueTimes.FollowAsync(db, story, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await LeanKeeper.RefreshAsync(db, story.Id, cancellationToken);
        var version = StoryRules.ShowsLatest(kind) ? story.LatestVersion : story.LiveVersion ?? story.LatestVersion;
        var act = new Act { Kind = kind, StoryId = story.Id, Version = version, Actor = actor, Reason = Trimmed(reason), AtUtc = at };
        await log.AppendAsync(db, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task ShowLatestAsync(NewsDb db, Story story, ActKind kind, DateTime at, CancellationToken cancellationToken)
    {
        var latest = db.Versions.Local.SingleOrDefault(v => v.StoryId == story.Id && v.Number == story.LatestVersion)
            ?? await db.Versions.SingleAsync(v => v.StoryId == story.Id && v.Number == story.LatestVersion, cancellationToken);
        if (story.LiveVersion is { } live && live != story.LatestVersion && latest.Id > 0) await KeptReviews.CarryAsync(db, story.Id, live, latest.Id, cancellationToken);
        if (story.LiveVersion is not null && (kind != ActKind.Publish || story.LiveVersion != story.LatestVersion)) story.UpdatedUtc = at;
        // An imported draft and a scheduled story keep the date that they were made for; what was under embargo is news from its end on.
        var keepsDate = story.PublishedUtc <= at && story.State != StoryState.Embargoed;
        if (story.LiveVersion is null && !keepsDate) story.PublishedUtc = at;
        story.LiveVersion = story.LatestVersion;
        story.Slug = Slug.From(latest.Headline, "story");
        story.DueUtc = null;
    }

    private static StoryState Demand(Story story, ActKind kind) =>
        StoryRules.After(story.State, kind) ?? throw new ActRefusedException($"{Named(kind)} is not possible: story {story.Number} is {Named(story.State)}.");

    private static StoryVersion NewVersion(Story story, StoryVersion before, StoryText text, string actor, DateTime at) => new()
    {
        StoryId = story.Id,
        Number = ++story.LatestVersion,
        Headline = text.Headline,
        Lead = text.Lead,
        BodyHtml = text.BodyHtml,
        Text = text.Text,
        Byline = before.Byline,
        Place = before.Place,
        ContentHash = ContentHash.Of(text, before.Byline, before.Place, story.Language),
        CreatedUtc = at,
        CreatedBy = actor,
    };

    private async Task<StoryState> InTransactionAsync(long storyId, Func<NewsDb, Story, Task> work, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var story = await db.Stories.SingleOrDefaultAsync(s => s.Id == storyId, cancellationToken)
            ?? throw new ActRefusedException("There is no such story.");
        try
        {
            await work(db, story);
            await transaction.CommitAsync(cancellationToken);
            return story.State;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ActRefusedException(Meanwhile);
        }
    }

    private static string? Trimmed(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : PlainText.Short(reason.Trim(), ReasonLimit);

    private static string Named(ActKind kind) => kind switch
    {
        ActKind.CorrectMinor or ActKind.CorrectMaterial => "correct",
        ActKind.TakeDown => "take down",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Named(StoryState state) => state == StoryState.TakenDown ? "taken down" : state.ToString().ToLowerInvariant();
}

/// <summary>The state of the story does not allow the act; the message says so to an editor.</summary>
public sealed class ActRefusedException(string message) : Exception(message);
