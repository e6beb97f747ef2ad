using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Hosting;

namespace Sourceline.Site;

/// <summary>A published story as one of a set of translations.</summary>
/// <param name="Language">BCP 47.</param>
public sealed record Alternate(long Id, long Number, string Slug, string Language)
{
    public string Address => Hosting.Address.Story(Number, Slug);

    public string Direction => Scripts.Direction(Language);
}

/// <summary>The languages in which readers find a story. Every page of a set names the same, its own among them.</summary>
public sealed class Alternates(NewsDb db, PageParts parts)
{
    /// <summary>Languages that a page names; an origin that counts more among one set knows no better.</summary>
    public const int Most = 50;

    /// <summary>The story and its published translations in the order of their languages; empty where there are none.</summary>
    public async Task<IReadOnlyList<Alternate>> ReadAsync(Story story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (story.TranslationKey is not { } key) return [];
        parts.Add(PageTag.Translations(key));
        var set = await db.Published().Where(other => other.TranslationKey == key).OrderBy(other => other.Number).Take(Most)
            .Select(other => new Alternate(other.Id, other.Number, other.Slug, other.Language)).ToListAsync(cancellationToken);
        foreach (var other in set) parts.Add(PageTag.Alternate(other.Id));
        return Of(new Alternate(story.Id, story.Number, story.Slug, story.Language), OneEach(set));
    }

    /// <summary>Of a set one story in each language, the first by number.</summary>
    internal static List<Alternate> OneEach(IEnumerable<Alternate> set) =>
        [.. set.OrderBy(one => one.Number).DistinctBy(one => one.Language.ToLowerInvariant()).Take(Most)];

    /// <summary>What the page of one story names: itself for its own language, whoever else is in it.</summary>
    internal static IReadOnlyList<Alternate> Of(Alternate self, IReadOnlyCollection<Alternate> oneEach)
    {
        var others = oneEach.Where(other => !other.Language.Equals(self.Language, StringComparison.OrdinalIgnoreCase)).ToList();
        return others.Count == 0 ? [] : [.. others.Append(self).OrderBy(one => one.Language, StringComparer.OrdinalIgnoreCase)];
    }
}
