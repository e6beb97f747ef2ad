using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Stories;

/// <summary>A section of the site, to link to.</summary>
public sealed record SectionLink(int Id, string Name, string Slug);

/// <summary>The sections in the head of every page.</summary>
public static class Sections
{
    /// <summary>Sections that the head of a page has room for.</summary>
    private const int Most = 10;

    /// <summary>Those that have something to read, in their order.</summary>
    public static Task<List<SectionLink>> ReadAsync(NewsDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db
            .Categories.AsNoTracking()
            .Where(category => db.Stories.Any(story => story.CategoryId == category.Id && story.State == StoryState.Published))
            .OrderBy(category => category.Position)
            .ThenBy(category => category.Id)
            .Take(Most)
            .Select(category => new SectionLink(category.Id, category.Name, category.Slug))
            .ToListAsync(cancellationToken);
    }
}
