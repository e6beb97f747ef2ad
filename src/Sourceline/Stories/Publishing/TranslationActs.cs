using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Localization;
using Sourceline.Telemetry;

namespace Sourceline.Stories.Publishing;

/// <summary>Who says something of a story's translations.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Actor">A staff member's name.</param>
/// <param name="SeenRevision">The revision that the actor decided on; null where nobody looked.</param>
public sealed record TranslationOrder(long StoryId, string Actor, int? SeenRevision = null);

/// <summary>Where a story stands after what was said of its translations.</summary>
/// <param name="Revision">The story's, as this act left it.</param>
/// <param name="Sequence">The act's number in the log.</param>
public sealed record TranslationDone(long Number, int Revision, long Sequence);

/// <summary>
/// What editors say of stories being translations of one another, each time in one transaction with its acts. Of a story that was
/// decided on here, nothing that its origin says later is taken.
/// </summary>
public sealed class TranslationActs(NewsDbFactory dbs, ActLog log, NewsMetrics metrics)
{
    /// <summary>Stories that a set may have; more come from an origin that knows no better.</summary>
    public const int Most = 100;

    /// <summary>
    /// Says that a story is a translation of another. What either was a translation of already becomes one set with them; every story
    /// that comes into another set, and both that were named, have an act.
    /// </summary>
    /// <param name="order">Who says so of which story.</param>
    /// <param name="number">The other story's number.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    /// <exception cref="ActRefusedException">There is no such story, it is the same one, there would be two in a language, or somebody changed the story meanwhile.</exception>
    public Task<TranslationDone> LinkAsync(TranslationOrder order, long number, CancellationToken cancellationToken) =>
        CommitAsync(order, ActKind.LinkTranslation, async (db, story) =>
        {
            var other = await db.Stories.SingleOrDefaultAsync(s => s.Number == number, cancellationToken) ?? throw Refused($"There is no story {number}.");
            var set = await JoinedAsync(db, story, other, cancellationToken);
            Demand(story, other, set);
            var key = other.TranslationKey ?? story.TranslationKey ?? $"desk:{Guid.CreateVersion7():n}";
            var moved = set.Where(member => member.TranslationKey != key).ToList();
            // Those that stay where they are were decided on as well: else what an origin says next would part them again.
            foreach (var member in set.Union([story, other])) (member.TranslationKey, member.TranslationByDesk) = (key, true);
            return [.. moved.Union([story, other]).Select(member => new Change(member, $"a translation of No. {(member == other ? story : other).Number}"))];
        }, cancellationToken);

    /// <summary>Says that a story is no translation of the others of its set, which stay together.</summary>
    /// <param name="order">Who says so of which story.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    /// <exception cref="ActRefusedException">It is in no set, or somebody changed the story meanwhile.</exception>
    public Task<TranslationDone> UnlinkAsync(TranslationOrder order, CancellationToken cancellationToken) =>
        CommitAsync(order, ActKind.UnlinkTranslation, (_, story) =>
        {
            if (story.TranslationKey is null) throw Refused($"Story {story.Number} is no translation of another.");
            (story.TranslationKey, story.TranslationByDesk) = (null, true);
            return Task.FromResult<List<Change>>([new Change(story, null)]);
        }, cancellationToken);

    private async Task<TranslationDone> CommitAsync(TranslationOrder order, ActKind kind, Func<NewsDb, Story, Task<List<Change>>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (begun, isDone) = (NewsMetrics.Begin(), false);
        await using var db = dbs.Create();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Taken before the set is read: else two editors at once could each add a story of one language to it, and touch no row in common.
            await Counters.TakeAsync(db, Counters.Translations, 1, cancellationToken);
            var story = await db.Stories.SingleOrDefaultAsync(s => s.Id == order.StoryId, cancellationToken) ?? throw Refused("There is no such story.");
            if (order.SeenRevision is { } seen && seen != story.Revision) throw await StoryActs.LateAsync(db, order.StoryId, cancellationToken);
            var changes = await decide(db, story);
            foreach (var change in changes) change.Story.Revision++;
            await db.SaveChangesAsync(cancellationToken);
            var acts = changes.ConvertAll(change => new Act { Kind = kind, StoryId = change.Story.Id, Actor = order.Actor, Reason = change.Why });
            await log.AppendAsync(db, acts, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isDone = true;
            return new TranslationDone(story.Number, story.Revision, acts.Single(act => act.StoryId == story.Id).Sequence);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw await StoryActs.LateAsync(db, order.StoryId, cancellationToken);
        }
        finally
        {
            metrics.Acted(kind.ToString(), isDone, begun);
        }
    }

    /// <summary>Both stories with what each is a translation of already.</summary>
    private static async Task<List<Story>> JoinedAsync(NewsDb db, Story story, Story other, CancellationToken cancellationToken)
    {
        List<string> keys = [.. new[] { story.TranslationKey, other.TranslationKey }.OfType<string>().Distinct()];
        List<Story> known = keys.Count == 0 ? [] : await db.Stories.Where(s => keys.Contains(s.TranslationKey!)).OrderBy(s => s.Number).Take(Most + 1).ToListAsync(cancellationToken);
        return [.. new[] { story, other }.Union(known)];
    }

    private static void Demand(Story story, Story other, List<Story> set)
    {
        if (story == other) throw Refused("A story is no translation of itself.");
        foreach (var one in new[] { story, other })
            if (IsOver(one)) throw Refused($"Story {one.Number} is {ActWords.Of(one.State)} for good.");
        if (story.TranslationKey is not null && story.TranslationKey == other.TranslationKey) throw Refused($"Story {other.Number} is among the translations already.");
        if (set.Count > Most) throw Refused($"That would be more than {Most} stories, which cannot be translations of one another.");
        // One that is gone for good may be replaced.
        var twice = set.Where(member => !IsOver(member)).GroupBy(member => member.Language, StringComparer.OrdinalIgnoreCase).FirstOrDefault(language => language.Skip(1).Any());
        if (twice is not null)
            throw Refused($"Stories {string.Join(" and ", twice.Select(member => member.Number).Order().Take(2))} are both in {LanguageNames.English(twice.Key)}: of translations there is one in each language.");
    }

    private static bool IsOver(Story story) => story.State is StoryState.Killed or StoryState.TakenDown;

    private static ActRefusedException Refused(string why) => new(why);

    /// <summary>A story that an act is about.</summary>
    /// <param name="Why">For the log.</param>
    private sealed record Change(Story Story, string? Why);
}
