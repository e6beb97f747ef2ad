using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>Which of a source's leans are wanted.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Kind">Null for all.</param>
/// <param name="FromUtc">The story was published then or later.</param>
/// <param name="BeforeUtc">The story was published before.</param>
public sealed record LeansOf(long SourceId, LeanKind? Kind = null, DateTime? FromUtc = null, DateTime? BeforeUtc = null)
{
    /// <summary>Every lean of the source is wanted, so that its kept numbers are those of the list.</summary>
    public bool IsAll => Kind is null && FromUtc is null && BeforeUtc is null;
}

/// <summary>Reads what leans on a source along the index of its leans, a page by key; what it costs depends on the page and not on the archive.</summary>
public sealed class LeanReader(NewsDb db)
{
    /// <summary>Before every story. The first page is asked for with a key as well: to make ready a question of other words costs more than a page.</summary>
    private static readonly (DateTime PublishedUtc, long Id) Top = (DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), long.MaxValue);

    /// <summary>The newest first.</summary>
    /// <param name="after">The last story of the page before.</param>
    public async Task<List<LeaningStory>> ReadAsync(LeansOf which, (DateTime PublishedUtc, long Id)? after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(which);
        return await TellAsync(which.SourceId, await LeansAsync(which, after, count, cancellationToken), cancellationToken);
    }

    /// <summary>The same without what is told of the stories: all of it stands in the index.</summary>
    internal Task<List<LeanRow>> LeansAsync(LeansOf which, (DateTime PublishedUtc, long Id)? after, int count, CancellationToken cancellationToken) =>
        After(Of(which), after ?? Top).OrderByDescending(l => l.PublishedUtc).ThenByDescending(l => l.StoryId).Take(count)
            .Select(l => new LeanRow(l.StoryId, l.PublishedUtc, l.Kind, l.Said, l.Relayed, l.Confirmed)).ToListAsync(cancellationToken);

    /// <summary>What is told of the stories, in the order of their leans; one that has left the site meanwhile is left out.</summary>
    /// <param name="sourceId">The source of all these leans.</param>
    internal async Task<List<LeaningStory>> TellAsync(long sourceId, List<LeanRow> leans, CancellationToken cancellationToken)
    {
        var ids = leans.ConvertAll(lean => lean.StoryId);
        // One parameter, however many they are: the question is made ready once.
        var tellings = await db.SourcedStories.Where(told => EF.Parameter(ids).Contains(told.StoryId)).Select(told => new { told.StoryId, told.Telling })
            .ToDictionaryAsync(told => told.StoryId, told => told.Telling, cancellationToken);
        var stories = new List<LeaningStory>(leans.Count);
        foreach (var lean in leans)
        {
            if (await ReadableAsync(tellings.GetValueOrDefault(lean.StoryId), lean.StoryId, cancellationToken) is { } telling)
                stories.Add(TellingReader.Read(lean, telling, sourceId));
        }
        return stories;
    }

    /// <summary>The source with the numbers of the leans that are wanted, in place of all.</summary>
    public async Task<SourceRow> CountAsync(SourceRow source, LeansOf which, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(which);
        if (which.IsAll) return source;
        var counts = await Of(which).GroupBy(lean => lean.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancellationToken);
        return source with
        {
            Stories = counts.Values.Sum(), SoleSource = counts.GetValueOrDefault(LeanKind.SoleSource), OneOfSeveral = counts.GetValueOrDefault(LeanKind.OneOfSeveral),
            Background = counts.GetValueOrDefault(LeanKind.Background),
        };
    }

    private IQueryable<Lean> Of(LeansOf which)
    {
        var leans = db.Leans.AsNoTracking().Where(l => l.SourceId == which.SourceId);
        if (which.Kind is { } kind) leans = leans.Where(l => l.Kind == kind);
        if (which.FromUtc is { } from) leans = leans.Where(l => l.PublishedUtc >= from);
        return which.BeforeUtc is { } before ? leans.Where(l => l.PublishedUtc < before) : leans;
    }

    private static IQueryable<Lean> After(IQueryable<Lean> leans, (DateTime PublishedUtc, long Id) after)
    {
        var (at, id) = after;
        return leans.Where(l => l.PublishedUtc <= at && (l.PublishedUtc < at || l.StoryId < id));
    }

    /// <summary>A telling that can be read: a story that came in before tellings were kept, and was not written since, has none. Null where it is not on the site.</summary>
    private async ValueTask<byte[]?> ReadableAsync(byte[]? telling, long storyId, CancellationToken cancellationToken)
    {
        if (TellingReader.CanRead(telling)) return telling;
        return await LiveStory.ReadAsync(db, storyId, storyId, cancellationToken) is [var live] ? Telling.Of(live) : null;
    }
}

/// <summary>A lean of the source that is asked for.</summary>
internal sealed record LeanRow(long StoryId, DateTime PublishedUtc, LeanKind Kind, int Said, int Relayed, bool Confirmed);
