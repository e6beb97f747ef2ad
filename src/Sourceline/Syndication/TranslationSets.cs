using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.PageCache;

namespace Sourceline.Syndication;

/// <summary>The languages in which readers find a story. Whatever names a story's set names the same, the story's own language among them.</summary>
public static class TranslationSets
{
    /// <summary>Languages that are named; an origin that counts more among one set knows no better.</summary>
    public const int Most = 50;

    /// <summary>Of each set that one of the stories is in, one published story in each language.</summary>
    /// <param name="db">Where they are read, in one question for all.</param>
    /// <param name="stories">Those that are shown.</param>
    /// <param name="parts">The page that names them, which is made of them; null where nothing is kept.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>By the sets' keys; empty where no story is in a set.</returns>
    public static async Task<IReadOnlyDictionary<string, List<Alternate>>> ReadAsync(
        NewsDb db,
        IEnumerable<Story> stories,
        PageParts? parts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        List<string> keys = [.. stories.Select(story => story.TranslationKey).OfType<string>().Distinct()];
        if (keys.Count == 0)
            return new Dictionary<string, List<Alternate>>();
        // In the order of their index: in another, SQLite goes through all stories that are published. The limit is reached where an
        // origin makes one set of thousands alone.
        var members = await db
            .Stories.AsNoTracking()
            .Where(story => keys.Contains(story.TranslationKey!) && story.State == StoryState.Published && story.PublishedUtc != null)
            .OrderBy(story => story.TranslationKey)
            .ThenBy(story => story.Number)
            .Take(Most * keys.Count)
            .Select(story => new { Key = story.TranslationKey!, Story = new Alternate(story.Id, story.Number, story.Slug, story.Language) })
            .ToListAsync(cancellationToken);
        var sets = members.GroupBy(member => member.Key, member => member.Story).ToDictionary(set => set.Key, OneEach);
        foreach (var key in keys)
            parts?.Add(PageTag.Translations(key));
        foreach (var story in sets.Values.SelectMany(set => set))
            parts?.Add(PageTag.Alternate(story.Id));
        return sets;
    }

    /// <summary>A story and its published translations in the order of their languages; empty where there are none.</summary>
    /// <param name="sets">What <see cref="ReadAsync"/> gave.</param>
    /// <param name="story">One of the stories that it was asked for.</param>
    public static IReadOnlyList<Alternate> Of(this IReadOnlyDictionary<string, List<Alternate>> sets, Story story)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(story);
        return story.TranslationKey is { } key && sets.TryGetValue(key, out var set)
            ? Of(new Alternate(story.Id, story.Number, story.Slug, story.Language), set)
            : [];
    }

    /// <summary>Of a set one story in each language, the first by number.</summary>
    internal static List<Alternate> OneEach(IEnumerable<Alternate> set) =>
        [.. set.OrderBy(one => one.Number).DistinctBy(one => one.Language.ToLowerInvariant()).Take(Most)];

    /// <summary>What is named for one story: itself for its own language, whoever else is in it.</summary>
    internal static IReadOnlyList<Alternate> Of(Alternate self, IReadOnlyCollection<Alternate> oneEach)
    {
        var others = oneEach.Where(other => !other.Language.Equals(self.Language, StringComparison.OrdinalIgnoreCase)).ToList();
        return others.Count == 0 ? [] : [.. others.Append(self).OrderBy(one => one.Language, StringComparer.OrdinalIgnoreCase)];
    }
}
