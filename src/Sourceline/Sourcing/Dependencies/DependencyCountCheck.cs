using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>A source on which more or fewer stories lean than the kept numbers say.</summary>
internal sealed record WrongCount(long SourceId, int Sole, int Several, int Background, int KeptSole, int KeptSeveral, int KeptBackground, int KeptStories)
{
    public Fault AsFault() => new(
        string.Create(CultureInfo.InvariantCulture,
            $"{Sole + Several + Background:N0} stories lean on the source in row {SourceId} (sole source {Sole:N0}, one of several {Several:N0}, background {Background:N0}); the kept numbers are {KeptStories:N0} ({KeptSole:N0}, {KeptSeveral:N0}, {KeptBackground:N0})."),
        "Correct the row of DependencyCounts to what Dependencies has, with the server stopped.");
}

/// <summary>The kept numbers of leans against the rows: in one question, and so as both were at one moment.</summary>
internal static class DependencyCountCheck
{
    public static IAsyncEnumerable<WrongCount> WrongAsync(NewsDb db)
    {
        var counted = db.Dependencies.GroupBy(lean => lean.SourceId).Select(source => new
        {
            source.Key,
            Sole = source.Count(lean => lean.Kind == DependencyKind.SoleSource),
            Several = source.Count(lean => lean.Kind == DependencyKind.OneOfSeveral),
            Background = source.Count(lean => lean.Kind == DependencyKind.Background),
        });
        var differing =
            from source in counted
            join count in db.DependencyCounts on source.Key equals count.SourceId into counts
            from kept in counts.DefaultIfEmpty()
            where kept == null || kept.SoleSource != source.Sole || kept.OneOfSeveral != source.Several || kept.Background != source.Background
                || kept.Stories != source.Sole + source.Several + source.Background
            select new
            {
                SourceId = source.Key, source.Sole, source.Several, source.Background,
                KeptSole = kept == null ? 0 : kept.SoleSource, KeptSeveral = kept == null ? 0 : kept.OneOfSeveral,
                KeptBackground = kept == null ? 0 : kept.Background, KeptStories = kept == null ? 0 : kept.Stories,
            };
        var without =
            from kept in db.DependencyCounts
            where (kept.Stories != 0 || kept.SoleSource != 0 || kept.OneOfSeveral != 0 || kept.Background != 0) && !db.Dependencies.Any(lean => lean.SourceId == kept.SourceId)
            select new
            {
                kept.SourceId, Sole = 0, Several = 0, Background = 0,
                KeptSole = kept.SoleSource, KeptSeveral = kept.OneOfSeveral, KeptBackground = kept.Background, KeptStories = kept.Stories,
            };
        return differing.Concat(without)
            .Select(wrong => new WrongCount(
                wrong.SourceId, wrong.Sole, wrong.Several, wrong.Background, wrong.KeptSole, wrong.KeptSeveral, wrong.KeptBackground, wrong.KeptStories))
            .AsAsyncEnumerable();
    }
}
