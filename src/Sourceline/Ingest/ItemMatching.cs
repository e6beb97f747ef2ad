using System.Globalization;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Ingest;

/// <summary>An item with what it is here.</summary>
/// <param name="Known">Its story; null for a new one.</param>
internal sealed record MatchedItem(PreparedItem Item, Story? Known, IntakeResult Result);

/// <summary>Tells what is new, what has changed and what stays.</summary>
internal static class ItemMatching
{
    public static async Task<List<MatchedItem>> RunAsync(NewsDb db, List<PreparedItem> items, CancellationToken cancellationToken)
    {
        var known = await Sourceline.Ingest.ExistingStories.StoriesAsync(db, items, cancellationToken);
        return items.ConvertAll(item => known.GetValueOrDefault((item.Origin, item.Id)) is not { } story
            ? new MatchedItem(item, null, IntakeResult.Stored)
            : new MatchedItem(item, story, story.OriginHash == item.Hash || IsOlder(item, story) ? IntakeResult.Unchanged : IntakeResult.NewVersion));
    }

    private static bool IsOlder(PreparedItem item, Story story)
    {
        if (item.Item.Version is not { } version || story.OriginVersion is not { } have || version >= have) return false;
        item.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Version {version} comes after version {have} and is older; it was not taken."));
        return true;
    }
}
