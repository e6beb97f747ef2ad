using System.Globalization;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Ingest;

/// <summary>Tells what is new, what has changed and what stays.</summary>
internal static class ItemMatching
{
    public static async Task<List<ReceivedItem>> RunAsync(NewsDb db, List<PreparedItem> items, CancellationToken cancellationToken)
    {
        var known = await ExistingStories.StoriesAsync(db, items, cancellationToken);
        return items.ConvertAll(item =>
        {
            if (known.GetValueOrDefault((item.Origin, item.Id)) is not { } story)
                return new ReceivedItem(item, null, IntakeResult.Stored);
            if (WhyOlder(item, story) is { } note)
            {
                var older = new ReceivedItem(item, story, IntakeResult.Unchanged);
                if (story.OriginHash != item.Hash)
                    older.Notes.Add(note);
                return older;
            }
            return new ReceivedItem(item, story, story.OriginHash == item.Hash ? IntakeResult.Unchanged : IntakeResult.NewVersion);
        });
    }

    /// <summary>
    /// Why a version is not taken; null where it may be. Where the origin counts no versions, an export that was made earlier is known by
    /// when the text was last changed.
    /// </summary>
    private static string? WhyOlder(PreparedItem item, Story story)
    {
        if (item.Item.Version is { } version && story.OriginVersion is { } have && version != have)
            return version < have
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Version {version} comes after version {have} and is older; it was not taken."
                )
                : null;
        return item.Item.Updated?.UtcDateTime is { } changed && story.OriginUpdatedUtc is { } known && changed < known
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Its text of {changed:yyyy-MM-dd HH:mm} UTC is older than that of {known:yyyy-MM-dd HH:mm} UTC; it was not taken."
            )
            : null;
    }
}
