using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Archive.Exporting;

/// <summary>Which published stories to export.</summary>
/// <param name="From">The first day of publication, in the site's time.</param>
/// <param name="To">The last day.</param>
/// <param name="Category">A category's name or slug.</param>
internal sealed record ExportFilter(DateOnly? From, DateOnly? To, string? Category)
{
    /// <summary>Published stories alone: what is killed, taken down, withheld, under embargo or not yet public leaves by no door.</summary>
    public IQueryable<Story> Apply(IQueryable<Story> stories, SiteTime time)
    {
        stories = stories.Where(story => story.State == StoryState.Published && story.LiveVersion != null && story.PublishedUtc != null);
        if (From is { } from)
        {
            var start = time.StartOf(from);
            stories = stories.Where(story => story.PublishedUtc >= start);
        }
        if (To is { } to)
        {
            var end = time.StartOf(to.AddDays(1));
            stories = stories.Where(story => story.PublishedUtc < end);
        }
        return Category is { } named ? stories.Where(story => story.Category!.Slug == named || story.Category.Name == named) : stories;
    }
}
