using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>A source in a list, with the stored number of stories that depend on it.</summary>
public sealed record SourceRow(
    long Id,
    string Name,
    SourceKind Kind,
    string Slug,
    int Stories,
    int SoleSource,
    int OneOfSeveral,
    int Background
);

/// <summary>What was found under a name.</summary>
/// <param name="Found">The one that is meant; null where none is or several may be.</param>
/// <param name="Candidates">Those that may be meant, those on which the most stories depend first; <see cref="SourceFinder.Most"/> at most.</param>
public sealed record SourcesFound(SourceRow? Found, IReadOnlyList<SourceRow> Candidates);

/// <summary>Finds sources as people name them.</summary>
public sealed class SourceFinder(NewsDb db)
{
    /// <summary>How many candidates are listed.</summary>
    public const int Most = 50;

    /// <summary>
    /// Finds the source of a name, an alias or an address; failing that, the one with a name of which a word begins like this. Where
    /// that is more than one, all are listed and none is chosen.
    /// </summary>
    public async Task<SourcesFound> FindAsync(string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        var key = SourceName.Folded(words);
        if (key.Length == 0)
            return new(null, []);
        var slug = words.Trim().ToLowerInvariant();
        if (await OneAsync(s => s.Names.Any(n => n.Key == key), cancellationToken) is { } exact)
            return new(exact, [exact]);
        if (await OneAsync(s => s.Slug == slug, cancellationToken) is { } addressed)
            return new(addressed, [addressed]);
        var alike = await AlikeAsync(key, cancellationToken);
        return new(alike.Count == 1 ? alike[0] : null, alike);
    }

    /// <summary>The source at an address; null where there is none.</summary>
    public Task<SourceRow?> AtAsync(string slug, CancellationToken cancellationToken) => OneAsync(s => s.Slug == slug, cancellationToken);

    /// <summary>The sources on which the most stories depend, a page by key.</summary>
    /// <param name="after">The last of the page before.</param>
    public Task<List<SourceRow>> MostLeanedOnAsync((int Stories, long Id)? after, int count, CancellationToken cancellationToken)
    {
        var counts = db.DependencyCounts.AsNoTracking().Where(c => c.Stories > 0);
        if (after is var (stories, id))
            counts = counts.Where(c => c.Stories < stories || (c.Stories == stories && c.SourceId < id));
        return counts
            .OrderByDescending(c => c.Stories)
            .ThenByDescending(c => c.SourceId)
            .Take(count)
            .Select(c => new SourceRow(
                c.SourceId,
                c.Source!.Name,
                c.Source.Kind,
                c.Source.Slug,
                c.Stories,
                c.SoleSource,
                c.OneOfSeveral,
                c.Background
            ))
            .ToListAsync(cancellationToken);
    }

    private async Task<SourceRow?> OneAsync(
        System.Linq.Expressions.Expression<Func<Source, bool>> which,
        CancellationToken cancellationToken
    ) => await Rows(db.Sources.AsNoTracking().Where(which)).FirstOrDefaultAsync(cancellationToken);

    private async Task<List<SourceRow>> AlikeAsync(string key, CancellationToken cancellationToken)
    {
        var within = " " + key;
        var ids = db.SourceNames.Where(n => n.Key.StartsWith(key) || n.Key.Contains(within)).Select(n => n.SourceId).Distinct();
        var alike = db
            .Sources.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .OrderByDescending(s => db.DependencyCounts.Where(c => c.SourceId == s.Id).Sum(c => c.Stories))
            .ThenBy(s => s.Name)
            .Take(Most);
        return
        [
            .. (await Rows(alike).ToListAsync(cancellationToken))
                .OrderByDescending(row => row.Stories)
                .ThenBy(row => row.Name, StringComparer.Ordinal),
        ];
    }

    private IQueryable<SourceRow> Rows(IQueryable<Source> sources) =>
        from source in sources
        join count in db.DependencyCounts on source.Id equals count.SourceId into counts
        from count in counts.DefaultIfEmpty()
        select new SourceRow(
            source.Id,
            source.Name,
            source.Kind,
            source.Slug,
            count == null ? 0 : count.Stories,
            count == null ? 0 : count.SoleSource,
            count == null ? 0 : count.OneOfSeveral,
            count == null ? 0 : count.Background
        );
}
