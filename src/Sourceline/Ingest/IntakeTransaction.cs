using Sourceline.Data;
using Sourceline.Data.Bulk;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Stories.Publishing;

namespace Sourceline.Ingest;

/// <summary>
/// One round of an intake, in the caller's transaction. <see cref="ItemMatching"/> and <see cref="ImportTransition"/> say what each item is and
/// what follows; here it is written.
/// </summary>
internal sealed class IntakeTransaction
{
    private readonly NewsDb _db;
    private readonly StatementRecorder _statements;
    private readonly DateTime _now;
    private readonly IntakeOptions _how;
    private readonly DependencyCountChanges _leans;
    private readonly BulkWriter _new;
    private readonly RowFactory _rows;
    private readonly ReplyIntake _replies;

    /// <param name="leans">Takes what changes in the leans, to be written at the end of the transaction.</param>
    public IntakeTransaction(
        NewsDb db, StatementRecorder statements, EmailCipher emails, string siteLanguage, DateTime nowUtc, IntakeOptions how, DependencyCountChanges leans)
    {
        (_db, _statements, _now, _how, _leans) = (db, statements, nowUtc, how, leans);
        var sources = new SourceRegistry(db, gather: true);
        _new = new BulkWriter(db, sources);
        _rows = new RowFactory(db, _new, sources, siteLanguage, nowUtc, how.Actor);
        _replies = new ReplyIntake(db, emails);
    }

    /// <summary>What was done, to be logged at the end of the transaction.</summary>
    public List<Act> Acts { get; } = [];

    public async Task<List<(PreparedItem Item, IntakeOutcome Outcome)>> RunAsync(List<PreparedItem> items, CancellationToken cancellationToken)
    {
        var results = new List<(PreparedItem Item, Story Story, IntakeResult Result)>(items.Count);
        foreach (var (item, known, result) in await ItemMatching.RunAsync(_db, items, cancellationToken))
            results.Add((item, known ?? await _rows.NewAsync(item, ArrivalOf(item), cancellationToken), result));
        await NumberAsync([.. results.Where(r => r.Result == IntakeResult.Stored).Select(r => (r.Item, r.Story))], cancellationToken);
        await ReadAsync(results, cancellationToken);

        var live = new List<(Story Story, StoryVersion Version)>();
        foreach (var (item, story, result) in results)
        {
            if (result == IntakeResult.NewVersion) await ChangeAsync(item, story, cancellationToken);
            else if (result == IntakeResult.Unchanged) await RepeatAsync(item, story, cancellationToken);
            else if (await StoreAsync(item, story, cancellationToken) is { } version) live.Add((story, version));
        }
        await _new.WriteAsync(cancellationToken);
        await WriteLeansAsync([.. live.Select(one => LiveStory.Of(one.Story, one.Version))], cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        await TakeRepliesAsync(results, cancellationToken);
        var acted = Acts.Select(act => act.StoryId).ToHashSet();
        foreach (var (_, story, _) in results.Where(r => r.Result != IntakeResult.Stored && acted.Contains(r.Story.Id)))
            await DependencyProjection.RefreshAsync(_db, story.Id, _leans, cancellationToken);
        return results.ConvertAll(r => (r.Item, new IntakeOutcome(r.Item.Incoming, r.Result, r.Story.Id, r.Story.Number, r.Item.Notes)));
    }

    private async Task WriteLeansAsync(IReadOnlyList<LiveStory> live, CancellationToken cancellationToken)
    {
        var (leans, told) = (new List<Dependency>(), new List<StoredSnapshot>(live.Count));
        foreach (var (of, one) in live.Select(story => DependencyProjection.New(story, _leans)))
        {
            leans.AddRange(of);
            if (one is not null) told.Add(one);
        }
        await BulkRows.InsertAsync(_db, leans, cancellationToken);
        await BulkRows.InsertAsync(_db, told, cancellationToken);
    }

    private Arrival ArrivalOf(PreparedItem item) => Arrival.Of(item.Item, _how.Publish, _now);

    private async Task NumberAsync(List<(PreparedItem Item, Story Story)> added, CancellationToken cancellationToken)
    {
        await new StoryNumbers(_db).AssignAsync(added, cancellationToken);
        await _new.AddAsync([.. added.Select(one => one.Story)], cancellationToken);
        _new.Add(await new LegacyUrls(_db).OfAsync(added, cancellationToken));
    }

    /// <summary>Reads what became known as new or changed only within the transaction, and looks up at once what their rows will refer to.</summary>
    private async Task ReadAsync(List<(PreparedItem Item, Story Story, IntakeResult Result)> results, CancellationToken cancellationToken)
    {
        var texts = results.Where(r => r.Result != IntakeResult.Unchanged).Select(r => r.Item).ToList();
        foreach (var item in texts.Where(item => !item.WasRead))
            item.Reading = _statements.Read(item.Text.Text, item.Language, item.Item.Published?.UtcDateTime ?? _now, cancellationToken);
        await _rows.LoadAsync(texts, cancellationToken);
    }

    /// <summary>Writes a new story's version; gives it where readers see it from now on.</summary>
    private async Task<StoryVersion?> StoreAsync(PreparedItem item, Story story, CancellationToken cancellationToken)
    {
        var version = await _rows.AddVersionAsync(item, story, [], cancellationToken);
        var arrival = ArrivalOf(item);
        if (arrival.State is StoryState.Killed or StoryState.Withheld) item.Notes.Add(arrival.Reason!);
        if (story.DueUtc is not null) await DueTimes.FollowAsync(_db, story, cancellationToken);
        Log(arrival.Act, story, arrival.Reason);
        return story.State == StoryState.Published ? version : null;
    }

    private async Task ChangeAsync(PreparedItem item, Story story, CancellationToken cancellationToken)
    {
        var before = await CarriedReviews.OfAsync(_db, story, cancellationToken);
        await _rows.ChangeAsync(item, story, cancellationToken);
        await _rows.AddVersionAsync(item, story, before, cancellationToken);
        await SettleAsync(item, story, ImportTransition.Changed(story, item.Item, ArrivalOf(item), _how.Publish), cancellationToken);
    }

    /// <summary>What came again as it was makes no new version: that its translations are known now is no matter of its text.</summary>
    private async Task RepeatAsync(PreparedItem item, Story story, CancellationToken cancellationToken)
    {
        if (story.OriginHash == item.Hash && RowFactory.TakeTranslations(item, story))
        {
            story.Revision++;
            item.Notes.Add("Its translations are known now.");
            Log(ActKind.LinkTranslation, story, "By its origin.");
        }
        await SettleAsync(item, story, ImportTransition.Unchanged(story, ArrivalOf(item)), cancellationToken);
    }

    private async Task SettleAsync(PreparedItem item, Story story, ImportedState? settled, CancellationToken cancellationToken)
    {
        if (settled is null) return;
        story.Revision++;
        if (settled.Remark is not null) item.Notes.Add(settled.Remark);
        if (settled.Reason is not null) story.Notice = settled.Reason;
        if (settled.Shows) Show(item, story, settled.Act);
        (story.State, story.DueUtc) = (settled.State, settled.DueUtc);
        await DueTimes.FollowAsync(_db, story, cancellationToken);
        Log(settled.Act, story, settled.Reason);
    }

    private void Show(PreparedItem item, Story story, ActKind act)
    {
        if (act == ActKind.Update) story.UpdatedUtc = item.Item.Updated?.UtcDateTime ?? _now;
        if (act == ActKind.Publish && (story.PublishedUtc is null || story.PublishedUtc > _now)) story.PublishedUtc = _now;
        story.LiveVersion = story.LatestVersion;
        story.Slug = Slug.From(item.Text.Headline, "story");
    }

    private async Task TakeRepliesAsync(List<(PreparedItem Item, Story Story, IntakeResult Result)> results, CancellationToken cancellationToken)
    {
        foreach (var (item, story, result) in results)
        {
            var shown = await _replies.ReceiveAsync(item, story, _now, cancellationToken);
            if (shown > 0 && result != IntakeResult.Stored) Log(ActKind.ApproveReply, story, "Approved at the origin.");
        }
    }

    private void Log(ActKind kind, Story story, string? reason) =>
        Acts.Add(new Act { Kind = kind, StoryId = story.Id, Version = story.LatestVersion, Actor = _how.Actor, Reason = reason });
}
