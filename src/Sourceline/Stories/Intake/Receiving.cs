using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Formats;
using Sourceline.Statements;
using Sourceline.Stories.Html;

namespace Sourceline.Stories;

/// <summary>One round of an intake, in the caller's transaction: what is new, what has changed, what stays.</summary>
internal sealed class Receiving(
    NewsDb db, StatementRecorder statements, EmailCipher emails, string siteLanguage, DateTime now, IntakeOptions how)
{
    private readonly Categories _categories = new(db);
    private readonly Sources _sources = new(db);
    private readonly WireStore _wire = new(db);
    private readonly ReplyIntake _replies = new(db, emails);
    private readonly List<(Prepared Item, Story Story)> _new = [];
    private readonly List<(Prepared Item, Story Story)> _changed = [];

    /// <summary>What was done, to be logged at the end of the transaction.</summary>
    public List<Act> Acts { get; } = [];

    public async Task<List<(Prepared Item, IntakeOutcome Outcome)>> RunAsync(List<Prepared> items, CancellationToken cancellationToken)
    {
        var known = await Known.StoriesAsync(db, items, cancellationToken);
        var hashes = await Known.HashesAsync(db, items, cancellationToken);
        var results = new List<(Prepared Item, Story Story, IntakeResult Result)>(items.Count);
        foreach (var item in items)
        {
            if (!known.TryGetValue((item.Origin, item.Id), out var story))
            {
                story = await NewStoryAsync(item, cancellationToken);
                _new.Add((item, story));
                results.Add((item, story, IntakeResult.Stored));
            }
            else if (hashes[(item.Origin, item.Id)] == item.Hash || IsOlder(item, story))
            {
                results.Add((item, story, IntakeResult.Unchanged));
            }
            else
            {
                _changed.Add((item, story));
                results.Add((item, story, IntakeResult.NewVersion));
            }
        }
        await StoreAsync(cancellationToken);
        foreach (var (item, story, result) in results.Where(r => r.Result == IntakeResult.Unchanged)) PublishWaiting(item, story);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (item, story, result) in results)
        {
            var shown = await _replies.ReceiveAsync(item, story, now, cancellationToken);
            if (shown > 0 && result != IntakeResult.Stored) Log(ActKind.ApproveReply, story, "Approved at the origin.");
        }
        foreach (var story in results.Where(r => r.Result != IntakeResult.Stored).Select(r => r.Story).Where(Acted))
            await LeanKeeper.RefreshAsync(db, story.Id, cancellationToken);
        return [.. results.Select(r => (r.Item, new IntakeOutcome(r.Item.Incoming, r.Result, r.Story.Id, r.Story.Number, r.Item.Notes)))];
    }

    private bool Acted(Story story) => Acts.Exists(act => act.StoryId == story.Id);

    private static bool IsOlder(Prepared item, Story story)
    {
        if (item.Item.Version is not { } version || story.OriginVersion is not { } have || version >= have) return false;
        item.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Version {version} comes after version {have} and is older; it was not taken."));
        return true;
    }

    private async Task<Story> NewStoryAsync(Prepared item, CancellationToken cancellationToken)
    {
        var arrival = Arrival.Of(item.Item, how.Publish, now);
        if (arrival.State is StoryState.Killed or StoryState.Withheld) item.Notes.Add(arrival.Reason!);
        var live = arrival.State == StoryState.Published;
        var category = await _categories.FindOrAddAsync(item.Item.Categories.FirstOrDefault(), cancellationToken);
        var story = new Story
        {
            Origin = item.Origin,
            OriginId = item.Id,
            OriginUrl = item.Item.Url is { Length: <= 2000 } url ? url : null,
            OriginVersion = item.Item.Version,
            OriginHash = item.Hash,
            State = arrival.State,
            Category = category,
            Language = LanguageOf(item),
            Slug = Slug.From(item.Text.Headline, "story"),
            Tags = TagsOf(item.Item, category),
            LatestVersion = 1,
            LiveVersion = live ? 1 : null,
            PublishedUtc = item.Item.Published?.UtcDateTime ?? (live ? now : null),
            DueUtc = arrival.DueUtc,
            ReceivedUtc = now,
            Notice = arrival.Reason,
        };
        db.Stories.Add(story);
        return story;
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        await new Numbers(db).AssignAsync(_new, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (item, _) in _new.Concat(_changed).Where(pair => !pair.Item.WasRead))
            item.Reading = statements.Read(item.Text.Text, item.Language, item.Item.Published?.UtcDateTime ?? now, cancellationToken);
        await _sources.LoadAsync(_new.Concat(_changed).SelectMany(pair => StatementRecorder.NamesOf(pair.Item.Reading)), cancellationToken);
        var written = new List<(Story Story, StoryVersion Version)>();
        foreach (var (item, story) in _new)
        {
            written.Add((story, await WriteVersionAsync(item, story, [], cancellationToken)));
            var arrival = Arrival.Of(item.Item, how.Publish, now);
            if (story.DueUtc is not null) await DueTimes.FollowAsync(db, story, cancellationToken);
            Log(arrival.Act, story, arrival.Reason);
        }
        foreach (var (item, story) in _changed) await ChangeAsync(item, story, cancellationToken);
        await new Addresses(db).KeepAsync(_new, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (story, version) in written.Where(pair => pair.Story.State == StoryState.Published))
            db.Leans.AddRange(LeanKeeper.Of(story.Id, story.PublishedUtc!.Value, version.Statements));
    }

    private async Task ChangeAsync(Prepared item, Story story, CancellationToken cancellationToken)
    {
        var before = await db.Statements.AsNoTracking().Include(s => s.Links)
            .Where(s => s.StoryId == story.Id && s.Version!.Number == story.LatestVersion).ToListAsync(cancellationToken);
        story.LatestVersion++;
        story.Revision++;
        story.OriginVersion = item.Item.Version ?? story.OriginVersion;
        story.OriginHash = item.Hash;
        story.Category = await _categories.FindOrAddAsync(item.Item.Categories.FirstOrDefault(), cancellationToken);
        story.Tags = TagsOf(item.Item, story.Category);
        story.Language = item.Language ?? story.Language;
        if (item.Item.Published?.UtcDateTime is { } published && (story.LiveVersion is null || published <= now)) story.PublishedUtc = published;
        await WriteVersionAsync(item, story, before, cancellationToken);
        Settle(item, story, Arrival.Of(item.Item, how.Publish, now));
        await DueTimes.FollowAsync(db, story, cancellationToken);
    }

    /// <summary>Where a known story stands after its origin sent another version of it.</summary>
    private void Settle(Prepared item, Story story, Arrival arrival)
    {
        switch (story.State, arrival.State)
        {
            case (StoryState.Published, StoryState.Published):
                Show(item, story);
                story.UpdatedUtc = item.Item.Updated?.UtcDateTime ?? now;
                Log(ActKind.Update, story, null);
                break;
            case (StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed, StoryState.Published):
                Publish(item, story);
                break;
            // What waits and was stopped at its origin must not publish itself, whoever imports it; what readers see is for people to stop.
            case (StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed, StoryState.Killed or StoryState.Withheld):
            case (StoryState.Published, StoryState.Killed or StoryState.Withheld) when how.Publish:
                (story.State, story.Notice, story.DueUtc) = (arrival.State, arrival.Reason, null);
                Log(arrival.Act, story, arrival.Reason);
                break;
            case (StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed, StoryState.Scheduled or StoryState.Embargoed):
                (story.State, story.DueUtc) = (arrival.State, arrival.DueUtc);
                Log(arrival.Act, story, null);
                break;
            case (StoryState.Draft, StoryState.Draft):
                story.DueUtc = arrival.DueUtc;
                Log(ActKind.Receive, story, null);
                break;
            case (StoryState.Scheduled or StoryState.Embargoed, StoryState.Draft):
                if (item.Item.Stage is NewsItemStage.Draft or NewsItemStage.Private) (story.State, story.DueUtc) = (StoryState.Draft, null);
                else story.DueUtc = arrival.DueUtc ?? story.DueUtc;
                Log(ActKind.Receive, story, null);
                break;
            default:
                if (arrival.State is StoryState.Killed or StoryState.Withheld) item.Notes.Add($"{arrival.Reason} Decide at the desk what becomes of it here.");
                Log(ActKind.Receive, story, null);
                break;
        }
    }

    /// <summary>A story that came as a draft and comes again to be published.</summary>
    private void PublishWaiting(Prepared item, Story story)
    {
        if (story.State != StoryState.Draft || Arrival.Of(item.Item, how.Publish, now).State != StoryState.Published) return;
        story.Revision++;
        Publish(item, story);
        item.Notes.Add("It was waiting as a draft and is now published.");
    }

    private void Publish(Prepared item, Story story)
    {
        story.State = StoryState.Published;
        if (story.PublishedUtc is null || story.PublishedUtc > now) story.PublishedUtc = now;
        Show(item, story);
        Log(ActKind.Publish, story, null);
    }

    private static void Show(Prepared item, Story story)
    {
        story.LiveVersion = story.LatestVersion;
        story.Slug = Slug.From(item.Text.Headline, "story");
        story.DueUtc = null;
    }

    private async Task<StoryVersion> WriteVersionAsync(
        Prepared item, Story story, List<Statement> before, CancellationToken cancellationToken)
    {
        var version = new StoryVersion
        {
            StoryId = story.Id,
            Number = story.LatestVersion,
            Headline = item.Text.Headline,
            Lead = item.Text.Lead,
            BodyHtml = item.Text.BodyHtml,
            Text = item.Text.Text,
            Byline = Line(item.Item.Byline, 300),
            Place = Line(item.Item.Place, 200),
            ContentHash = item.Hash,
            CreatedUtc = now,
            CreatedBy = how.Actor,
        };
        await StatementRecorder.RecordAsync(version, item.Reading, before, _sources, cancellationToken);
        foreach (var statement in version.Statements) statement.StoryId = story.Id;
        db.Versions.Add(version);
        await _wire.KeepAsync(item, story, now, cancellationToken);
        return version;
    }

    private string LanguageOf(Prepared item) => item.Language ?? (item.Reading?.Language is { } found and not "und" ? found : siteLanguage);

    /// <summary>Every category beside the first is kept as a tag.</summary>
    private static List<string> TagsOf(NewsItem item, Category category) =>
        [.. item.Categories.Concat(item.Tags).Select(PlainText.Line).Where(tag => tag.Length > 0 && tag != category.Name).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string? Line(string? words, int limit) => PlainText.Line(words) is { Length: > 0 } line ? PlainText.Cut(line, limit) : null;

    private void Log(ActKind kind, Story story, string? reason) =>
        Acts.Add(new Act { Kind = kind, StoryId = story.Id, Version = story.LatestVersion, Actor = how.Actor, Reason = reason });
}
