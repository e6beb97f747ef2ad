using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Search.Queries;

namespace Sourceline.Search;

/// <summary>Gives what was counted its names.</summary>
internal sealed class Facets(NewsDb db)
{
    private const int MostCategories = 12;

    private const int MostSources = 10;

    private const int MostYears = 40;

    public async Task<Answer> AddAsync(Answer answer, Tally tally, CancellationToken cancellationToken)
    {
        var categories = Top(tally.Categories, MostCategories);
        var sources = Top(tally.Sources, MostSources);
        var categoryIds = categories.ConvertAll(counted => (int)counted.Key);
        var sourceIds = sources.ConvertAll(counted => counted.Key);
        var categoryNames = await db.Categories.AsNoTracking().Where(known => categoryIds.Contains(known.Id))
            .ToDictionaryAsync(known => (long)known.Id, known => (known.Slug, known.Name), cancellationToken);
        var sourceNames = await db.Sources.AsNoTracking().Where(known => sourceIds.Contains(known.Id))
            .ToDictionaryAsync(known => known.Id, known => (known.Slug, known.Name), cancellationToken);
        return answer with
        {
            Categories = Named(categories, categoryNames),
            Sources = Named(sources, sourceNames),
            Years = [.. tally.Years.OrderByDescending(year => year.Key).Take(MostYears).Select(Year)],
        };
    }

    private static Facet Year(KeyValuePair<long, int> counted)
    {
        var year = counted.Key.ToString(CultureInfo.InvariantCulture);
        return new Facet(year, year, counted.Value);
    }

    private static List<KeyValuePair<long, int>> Top(Dictionary<long, int> counts, int most) =>
        [.. counts.OrderByDescending(counted => counted.Value).ThenBy(counted => counted.Key).Take(most)];

    private static List<Facet> Named(List<KeyValuePair<long, int>> counted, Dictionary<long, (string Slug, string Name)> names) =>
        [.. counted.Where(one => names.ContainsKey(one.Key)).Select(one => new Facet(names[one.Key].Slug, names[one.Key].Name, one.Value))];
}
