using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>A source whose stored counts differ from its rows.</summary>
internal sealed record WrongCount(
    long SourceId,
    int Sole,
    int Several,
    int Background,
    int KeptSole,
    int KeptSeveral,
    int KeptBackground,
    int KeptStories
)
{
    public string InWords() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Sole + Several + Background:N0} stories depend on the source in row {SourceId} (sole source {Sole:N0}, one of several {Several:N0}, background {Background:N0}), but the stored counts are {KeptStories:N0} ({KeptSole:N0}, {KeptSeveral:N0}, {KeptBackground:N0})."
        );
}

/// <summary>Compares the stored counts of dependencies with the rows, in one statement, so that both are of one moment.</summary>
internal static class DependencyCountCheck
{
    /// <summary>The right counts of some sources; none for a source on which no story depends.</summary>
    public static Task<List<DependencyCount>> CountAsync(
        NewsDb db,
        IReadOnlyCollection<long> sources,
        CancellationToken cancellationToken
    ) =>
        db
            .Dependencies.Where(one => sources.Contains(one.SourceId))
            .GroupBy(one => one.SourceId)
            .Select(source => new DependencyCount
            {
                SourceId = source.Key,
                Stories = source.Count(),
                SoleSource = source.Count(one => one.Kind == DependencyKind.SoleSource),
                OneOfSeveral = source.Count(one => one.Kind == DependencyKind.OneOfSeveral),
                Background = source.Count(one => one.Kind == DependencyKind.Background),
            })
            .ToListAsync(cancellationToken);

    public static IAsyncEnumerable<WrongCount> WrongAsync(NewsDb db)
    {
        var counted = db
            .Dependencies.GroupBy(one => one.SourceId)
            .Select(source => new
            {
                source.Key,
                Sole = source.Count(one => one.Kind == DependencyKind.SoleSource),
                Several = source.Count(one => one.Kind == DependencyKind.OneOfSeveral),
                Background = source.Count(one => one.Kind == DependencyKind.Background),
            });
        var differing =
            from source in counted
            join count in db.DependencyCounts on source.Key equals count.SourceId into counts
            from kept in counts.DefaultIfEmpty()
            where
                kept == null
                || kept.SoleSource != source.Sole
                || kept.OneOfSeveral != source.Several
                || kept.Background != source.Background
                || kept.Stories != source.Sole + source.Several + source.Background
            select new
            {
                SourceId = source.Key,
                source.Sole,
                source.Several,
                source.Background,
                KeptSole = kept == null ? 0 : kept.SoleSource,
                KeptSeveral = kept == null ? 0 : kept.OneOfSeveral,
                KeptBackground = kept == null ? 0 : kept.Background,
                KeptStories = kept == null ? 0 : kept.Stories,
            };
        var without =
            from kept in db.DependencyCounts
            where
                (kept.Stories != 0 || kept.SoleSource != 0 || kept.OneOfSeveral != 0 || kept.Background != 0)
                && !db.Dependencies.Any(one => one.SourceId == kept.SourceId)
            select new
            {
                kept.SourceId,
                Sole = 0,
                Several = 0,
                Background = 0,
                KeptSole = kept.SoleSource,
                KeptSeveral = kept.OneOfSeveral,
                KeptBackground = kept.Background,
                KeptStories = kept.Stories,
            };
        return differing
            .Concat(without)
            .Select(wrong => new WrongCount(
                wrong.SourceId,
                wrong.Sole,
                wrong.Several,
                wrong.Background,
                wrong.KeptSole,
                wrong.KeptSeveral,
                wrong.KeptBackground,
                wrong.KeptStories
            ))
            .AsAsyncEnumerable();
    }
}
