using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>Which dependencies on a source are wanted.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Kind">Null for all.</param>
/// <param name="FromUtc">The story was published then or later.</param>
/// <param name="BeforeUtc">The story was published before.</param>
public sealed record DependencyQuery(long SourceId, DependencyKind? Kind = null, DateTime? FromUtc = null, DateTime? BeforeUtc = null)
{
    /// <summary>Whether all dependencies on the source are wanted, so that its stored counts are those of the list.</summary>
    public bool IsAll => Kind is null && FromUtc is null && BeforeUtc is null;
}

/// <summary>Reads the stories that depend on a source along the index, a page by key; what it costs depends on the page and not on the archive.</summary>
public sealed class DependencyReader(NewsDb db)
{
    /// <summary>Before every story. The first page is asked for with a key as well: to make ready a question of other words costs more than a page.</summary>
    private static readonly (DateTime PublishedUtc, long Id) Top = (
        DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        long.MaxValue
    );

    /// <summary>The newest first.</summary>
    /// <param name="after">The last story of the page before.</param>
    public async Task<List<DependentStory>> ReadAsync(
        DependencyQuery which,
        (DateTime PublishedUtc, long Id)? after,
        int count,
        CancellationToken cancellationToken
    ) => DependencyRow.Stories(await RowsAsync(which, after, count, cancellationToken), which.SourceId);

    /// <summary>The same, with the snapshots yet to be read; fewer than were asked for at the end alone.</summary>
    internal async Task<List<DependencyRow>> RowsAsync(
        DependencyQuery which,
        (DateTime PublishedUtc, long Id)? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(which);
        var page = After(Of(which), after ?? Top).OrderByDescending(l => l.PublishedUtc).ThenByDescending(l => l.StoryId).Take(count);
        var rows = await Rows(page).ToListAsync(cancellationToken);
        // They are read in this order; a database that was asked for it as well would sort them all the same, snapshots included.
        rows.Sort(Newest);
        for (var at = 0; at < rows.Count; at++)
        {
            if (DependencySnapshotReader.CanRead(rows[at].Snapshot))
                continue;
            // The snapshot is missing or of another form, until sourceline rebuild dependencies writes it.
            var live = await LiveStory.ReadAsync(db, rows[at].StoryId, rows[at].StoryId, cancellationToken);
            rows[at] = rows[at] with { Snapshot = live is [var story] ? DependencySnapshot.Of(story) : null };
        }
        return rows;
    }

    /// <summary>The source with the numbers of the dependencies that are wanted, in place of all.</summary>
    public async Task<SourceRow> CountAsync(SourceRow source, DependencyQuery which, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(which);
        if (which.IsAll)
            return source;
        var counts = await Of(which)
            .GroupBy(one => one.Kind)
            .Select(kind => new { kind.Key, Count = kind.Count() })
            .ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancellationToken);
        return source with
        {
            Stories = counts.Values.Sum(),
            SoleSource = counts.GetValueOrDefault(DependencyKind.SoleSource),
            OneOfSeveral = counts.GetValueOrDefault(DependencyKind.OneOfSeveral),
            Background = counts.GetValueOrDefault(DependencyKind.Background),
        };
    }

    private IQueryable<Dependency> Of(DependencyQuery which)
    {
        var dependencies = db.Dependencies.AsNoTracking().Where(l => l.SourceId == which.SourceId);
        if (which.Kind is { } kind)
            dependencies = dependencies.Where(l => l.Kind == kind);
        if (which.FromUtc is { } from)
            dependencies = dependencies.Where(l => l.PublishedUtc >= from);
        return which.BeforeUtc is { } before ? dependencies.Where(l => l.PublishedUtc < before) : dependencies;
    }

    private static IQueryable<Dependency> After(IQueryable<Dependency> dependencies, (DateTime PublishedUtc, long Id) after)
    {
        var (at, id) = after;
        return dependencies.Where(l => l.PublishedUtc <= at && (l.PublishedUtc < at || l.StoryId < id));
    }

    private static int Newest(DependencyRow one, DependencyRow other) =>
        (other.PublishedUtc, other.StoryId).CompareTo((one.PublishedUtc, one.StoryId));

    private IQueryable<DependencyRow> Rows(IQueryable<Dependency> dependencies) =>
        from one in dependencies
        join story in db.DependencySnapshots on one.StoryId equals story.StoryId into snapshots
        from story in snapshots.DefaultIfEmpty()
        select new DependencyRow(
            one.StoryId,
            one.PublishedUtc,
            one.Kind,
            one.Said,
            one.Relayed,
            one.Confirmed,
            story == null ? null : story.Snapshot
        );
}

/// <summary>A dependency on the source that is asked for, as the database has it.</summary>
/// <param name="Snapshot">What lists show of the story; null where it has left the site meanwhile.</param>
internal sealed record DependencyRow(
    long StoryId,
    DateTime PublishedUtc,
    DependencyKind Kind,
    int Said,
    int Relayed,
    bool Confirmed,
    byte[]? Snapshot
)
{
    /// <param name="rows">As they are listed.</param>
    /// <param name="sourceId">The source on which all of them depend.</param>
    public static List<DependentStory> Stories(List<DependencyRow> rows, long sourceId) =>
        rows.FindAll(row => row.Snapshot is not null).ConvertAll(row => DependencySnapshotReader.Read(row, row.Snapshot!, sourceId));
}
