using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Bulk;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Stories.Publishing;

namespace Sourceline.Ingest;

/// <summary>
/// One round of an intake: items of which none comes twice. <see cref="ItemMatching"/> says what each item is and <see cref="ImportTransition"/>
/// what follows; here the rows are written and the acts done.
/// </summary>
internal sealed class IntakeRound
{
    private readonly StoryTransaction _transaction;
    private readonly NewsDb _db;
    private readonly StatementRecorder _statements;
    private readonly IntakeOptions _how;
    private readonly BulkWriter _new;
    private readonly RowFactory _rows;
    private readonly ReplyIntake _replies;

    public IntakeRound(
        StoryTransaction transaction,
        StatementRecorder statements,
        EmailCipher emails,
        string siteLanguage,
        IntakeOptions how
    )
    {
        (_transaction, _db, _statements, _how) = (transaction, transaction.Db, statements, how);
        var sources = new SourceRegistry(_db, gather: true);
        _new = new BulkWriter(_db, sources);
        _rows = new RowFactory(_db, _new, sources, siteLanguage, Now, how.Actor);
        _replies = new ReplyIntake(_db, emails);
    }

    private DateTime Now => _transaction.NowUtc;

    /// <returns>What becomes of each item, in their order.</returns>
    public async Task<List<IntakeOutcome>> RunAsync(List<PreparedItem> items, CancellationToken cancellationToken)
    {
        var received = await ItemMatching.RunAsync(_db, items, cancellationToken);
        var added = received.FindAll(one => one.IsNew);
        foreach (var one in added)
            one.Story = await _rows.NewAsync(one.Item, cancellationToken);
        await NumberAsync(added, cancellationToken);
        await ReadAsync(received, cancellationToken);

        var live = new List<(Story Story, StoryVersion Version)>();
        foreach (var one in received)
        {
            if (one.Result == IntakeResult.NewVersion)
                await ChangeAsync(one, cancellationToken);
            else if (one.Result == IntakeResult.Unchanged)
                await RepeatAsync(one, cancellationToken);
            else if (await StoreAsync(one, cancellationToken) is { } version)
                live.Add((one.Story, version));
        }
        await _new.WriteAsync(cancellationToken);
        await WriteDependenciesAsync([.. live.Select(one => LiveStory.Of(one.Story, one.Version))], cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        foreach (var one in received)
            await TakeRepliesAsync(one, cancellationToken);
        return received.ConvertAll(one => new IntakeOutcome(one.Item.Incoming, one.Result, one.Story.Id, one.Story.Number, one.Notes));
    }

    private async Task WriteDependenciesAsync(IReadOnlyList<LiveStory> live, CancellationToken cancellationToken)
    {
        var (dependencies, snapshots) = (new List<Dependency>(), new List<StoredSnapshot>(live.Count));
        foreach (var (some, snapshot) in live.Select(story => DependencyProjection.New(story, _transaction.Dependencies)))
        {
            dependencies.AddRange(some);
            if (snapshot is not null)
                snapshots.Add(snapshot);
        }
        await BulkRows.InsertAsync(_db, dependencies, cancellationToken);
        await BulkRows.InsertAsync(_db, snapshots, cancellationToken);
    }

    private async Task NumberAsync(List<ReceivedItem> added, CancellationToken cancellationToken)
    {
        await new StoryNumbers(_db).AssignAsync(added, cancellationToken);
        await _new.AddAsync(added.ConvertAll(one => one.Story), cancellationToken);
        _new.Add(await new LegacyUrls(_db).OfAsync(added, cancellationToken));
    }

    /// <summary>Reads what became known as new or changed only within the transaction, and looks up at once what their rows will refer to.</summary>
    private async Task ReadAsync(List<ReceivedItem> received, CancellationToken cancellationToken)
    {
        var texts = received.FindAll(one => one.Result != IntakeResult.Unchanged);
        foreach (var one in texts.Where(one => !one.Item.WasRead))
            one.Item = one.Item.Read(Read);
        await _rows.LoadAsync(texts.ConvertAll(one => one.Item), cancellationToken);

        Reading? Read(PreparedItem item) =>
            _statements.Read(item.Text.Text, item.Language, item.Item.Published?.UtcDateTime ?? Now, cancellationToken);
    }

    /// <summary>Writes a new story's version; gives it where readers see it from now on.</summary>
    private async Task<StoryVersion?> StoreAsync(ReceivedItem one, CancellationToken cancellationToken)
    {
        var (item, story) = (one.Item, one.Story);
        var version = await _rows.AddVersionAsync(item, story, [], cancellationToken);
        var arrival = Arrival.Of(item.Item, _how.Publish, Now);
        if (arrival.Act is ActKind.Kill or ActKind.Withhold)
            one.Notes.Add(arrival.Reason!);
        if (arrival.LacksDate)
        {
            arrival = new Arrival(ActKind.Receive);
            one.Notes.Add(Arrival.Undated);
        }
        _transaction.Do(
            story,
            ActRegistry.Of(arrival.Act),
            Effect(item) with
            {
                TimeUtc = arrival.DueUtc,
                Reason = arrival.Reason,
                Headline = item.Text.Headline,
            }
        );
        if (story.DueUtc is not null)
            await DueTimes.FollowAsync(_db, story, cancellationToken);
        return story.State == StoryState.Published ? version : null;
    }

    private async Task ChangeAsync(ReceivedItem one, CancellationToken cancellationToken)
    {
        var (item, story) = (one.Item, one.Story);
        var before = await CarriedReviews.OfAsync(_db, story, cancellationToken);
        await _rows.ChangeAsync(item, story, cancellationToken);
        await _rows.AddVersionAsync(item, story, before, cancellationToken);
        var follows = ImportTransition.Changed(story, item.Item, Arrival.Of(item.Item, _how.Publish, Now), _how.Publish);
        await FollowAsync(one, follows, Effect(item) with { Headline = item.Text.Headline }, cancellationToken);
    }

    /// <summary>What came again as it was makes no new version: that its translations are known now is no matter of its text.</summary>
    private async Task RepeatAsync(ReceivedItem one, CancellationToken cancellationToken)
    {
        var (item, story) = (one.Item, one.Story);
        if (story.OriginHash == item.Hash && RowFactory.TakeTranslations(item, story))
        {
            story.Revision++;
            one.Notes.Add("Its translations are known now.");
            _transaction.Do(
                story,
                ActRegistry.Of(ActKind.LinkTranslation),
                new ActEffect(Actors.Origin, _how.Actor, Now) { Reason = "By its origin." }
            );
        }
        if (ImportTransition.Unchanged(story, Arrival.Of(item.Item, _how.Publish, Now)) is { } follows)
            await FollowAsync(one, follows, Effect(item), cancellationToken);
    }

    private async Task FollowAsync(ReceivedItem one, ImportedAct follows, ActEffect effect, CancellationToken cancellationToken)
    {
        one.Story.Revision++;
        if (follows.Remark is not null)
            one.Notes.Add(follows.Remark);
        await _transaction.DoAsync(
            one.Story,
            ActRegistry.Of(follows.Act),
            effect with
            {
                TimeUtc = follows.DueUtc,
                Reason = follows.Reason,
            },
            cancellationToken
        );
    }

    private ActEffect Effect(PreparedItem item) =>
        new(Actors.Origin, _how.Actor, Now)
        {
            OriginDateUtc = item.Item.Published?.UtcDateTime,
            OriginUpdatedUtc = item.Item.Updated?.UtcDateTime,
        };

    private async Task TakeRepliesAsync(ReceivedItem one, CancellationToken cancellationToken)
    {
        var shown = await _replies.ReceiveAsync(one, Now, cancellationToken);
        if (shown == 0 || one.IsNew)
            return;
        var effect = new ActEffect(Actors.Origin, _how.Actor, Now)
        {
            Version = one.Story.LatestVersion,
            Reason = "Approved at the origin.",
        };
        _transaction.Log(one.Story.Id, ActRegistry.Of(ActKind.ApproveReply), effect);
    }
}
