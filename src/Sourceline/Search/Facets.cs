using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Search.Queries;

namespace Sourceline.Search;

/// <summary>Gives what was counted its names.</summary>
internal sealed class Facets(NewsDb db)
{
    private const int MostYears = 40;

    public async Task<SearchAnswer> AddAsync(SearchAnswer answer, FacetCounts tally, CancellationToken cancellationToken)
    {
        var categoryIds = tally.Categories.Select(counted => counted.Row).ToArray();
        var sourceIds = tally.Sources.Select(counted => (long)counted.Row).ToArray();
        var categoryNames = await db
            .Categories.AsNoTracking()
            .Where(known => EF.Parameter(categoryIds).Contains(known.Id))
            .ToDictionaryAsync(known => (long)known.Id, known => (known.Slug, known.Name), cancellationToken);
        var sourceNames = await db
            .Sources.AsNoTracking()
            .Where(known => EF.Parameter(sourceIds).Contains(known.Id))
            .ToDictionaryAsync(known => known.Id, known => (known.Slug, known.Name), cancellationToken);
        return answer with
        {
            Categories = Named(tally.Categories, categoryNames),
            Sources = Named(tally.Sources, sourceNames),
            // A year that cannot be asked for, as a story that was dated by a broken import has, would be a link to a refusal.
            Years =
            [
                .. tally
                    .Years.Where(year => RequestReader.IsYear(year.Row))
                    .OrderByDescending(year => year.Row)
                    .Take(MostYears)
                    .Select(Year),
            ],
        };
    }

    private static Facet Year((int Row, int Count) counted)
    {
        var year = counted.Row.ToString(CultureInfo.InvariantCulture);
        return new Facet(year, year, counted.Count);
    }

    private static List<Facet> Named(IReadOnlyList<(int Row, int Count)> counted, Dictionary<long, (string Slug, string Name)> names) =>
        [.. counted.Where(one => names.ContainsKey(one.Row)).Select(one => new Facet(names[one.Row].Slug, names[one.Row].Name, one.Count))];
}
