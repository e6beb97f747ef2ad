using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;

namespace Sourceline.EventLog;

/// <summary>Checks that no act and no live version is missing. Both are primary data: only a backup has them too.</summary>
internal sealed class LogCheck(NewsDbFactory dbs) : ConsistencyCheck
{
    private const string Restore = "Restore the newest backup that passes the check. This data cannot be derived from anything else.";

    public override string Name => "act log";

    public override async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        await using var db = dbs.Create();
        var last = await ActLog.LastAsync(db, cancellationToken);
        var acts = await db.Acts.LongCountAsync(act => act.Sequence >= 1 && act.Sequence <= last, cancellationToken);
        if (acts != last)
            await NameGapsAsync(db, last, findings, cancellationToken);
        var below = await db.Acts.LongCountAsync(act => act.Sequence < 1, cancellationToken);
        if (below > 0)
            findings.Add(new Fault(Line($"{below:N0} acts have a number below 1."), Restore));
        await CheckVersionsAsync(db, findings, cancellationToken);
        return Line($"{acts:N0} acts");
    }

    private static async Task NameGapsAsync(NewsDb db, long last, Findings findings, CancellationToken cancellationToken)
    {
        var expected = 1L;
        await foreach (
            var number in db
                .Acts.Where(act => act.Sequence > 0 && act.Sequence <= last)
                .OrderBy(act => act.Sequence)
                .Select(act => act.Sequence)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            if (number > expected)
                findings.Add(new Fault(Line($"Acts {expected} to {number - 1} are missing from the log."), Restore));
            expected = number + 1;
        }
    }

    private static async Task CheckVersionsAsync(NewsDb db, Findings findings, CancellationToken cancellationToken)
    {
        var without = await db
            .Stories.Where(story =>
                !db.Versions.Any(version => version.StoryId == story.Id && version.Number == story.LatestVersion)
                || (
                    story.LiveVersion != null
                    && !db.Versions.Any(version => version.StoryId == story.Id && version.Number == story.LiveVersion)
                )
            )
            .OrderBy(story => story.Number)
            .Select(story => story.Number)
            .Take(100)
            .ToListAsync(cancellationToken);
        foreach (var number in without)
            findings.Add(new Fault(Line($"Story {number} refers to a version that is missing."), Restore));
    }

    private static string Line(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
