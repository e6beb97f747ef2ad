using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Ingest;

/// <summary>Gives public numbers: the one that the item brings where it is free, otherwise one above all that were ever used.</summary>
internal sealed class StoryNumbers(NewsDb db)
{
    /// <summary>Above it, a number is a mistake or an attack: whoever counts on from there would soon run out.</summary>
    private const long Highest = 1_000_000_000_000;

    public async Task AssignAsync(IReadOnlyList<ReceivedItem> arrivals, CancellationToken cancellationToken)
    {
        if (arrivals.Count == 0)
            return;
        var wanted = arrivals.Select(a => Wanted(a.Item)).Where(number => number > 0).ToList();
        var taken = (
            await db.Stories.Where(s => wanted.Contains(s.Number)).Select(s => s.Number).ToListAsync(cancellationToken)
        ).ToHashSet();
        var rest = new List<ReceivedItem>();
        foreach (var arrival in arrivals)
        {
            if (Wanted(arrival.Item) is > 0 and var number && taken.Add(number))
                arrival.Story.Number = number;
            else
                rest.Add(arrival);
        }
        // Numbers that items brought are used from now on, also by whoever counts.
        await Counters.RaiseAsync(db, Counters.StoryNumber, taken.Count == 0 ? 0 : taken.Max(), cancellationToken);
        if (rest.Count == 0)
            return;
        var next = await Counters.TakeAsync(db, Counters.StoryNumber, rest.Count, cancellationToken);
        foreach (var arrival in rest)
        {
            var (item, story, notes) = (arrival.Item, arrival.Story, arrival.Notes);
            story.Number = next++;
            if (item.Item.Number > Highest)
                notes.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"No. {item.Item.Number} is too high to count on from; this one is No. {story.Number}."
                    )
                );
            else if (Wanted(item) is > 0 and var clash)
                notes.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"No. {clash} is held by another story; this one is now No. {story.Number}."
                    )
                );
        }
    }

    /// <summary>The number that the item brings; 0 for none that can be used.</summary>
    private static long Wanted(PreparedItem item) => item.Item.Number is > 0 and <= Highest and var number ? number : 0;
}
