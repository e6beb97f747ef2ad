using System.Globalization;
using Sourceline.Data;

namespace Sourceline.Stories;

/// <summary>An item with what it is here.</summary>
/// <param name="Known">Its story; null for a new one.</param>
internal sealed record Sorted(Prepared Item, Story? Known, IntakeResult Result);

/// <summary>Tells what is new, what has changed and what stays.</summary>
internal static class Sorting
{
    public static async Task<List<Sorted>> RunAsync(NewsDb db, List<Prepared> items, CancellationToken cancellationToken)
    {
        var known = await Sourceline.Stories.Known.StoriesAsync(db, items, cancellationToken);
        return items.ConvertAll(item => known.GetValueOrDefault((item.Origin, item.Id)) is not { } story
            ? new Sorted(item, null, IntakeResult.Stored)
            : new Sorted(item, story, story.OriginHash == item.Hash || IsOlder(item, story) ? IntakeResult.Unchanged : IntakeResult.NewVersion));
    }

    private static bool IsOlder(Prepared item, Story story)
    {
        if (item.Item.Version is not { } version || story.OriginVersion is not { } have || version >= have) return false;
        item.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Version {version} comes after version {have} and is older; it was not taken."));
        return true;
    }
}
