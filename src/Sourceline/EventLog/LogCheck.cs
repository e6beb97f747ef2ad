using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;

namespace Sourceline.EventLog;

/// <summary>Whether the log of acts has no gap and the counters stand where the rows do.</summary>
internal sealed class LogCheck(NewsDbFactory dbs) : ConsistencyCheck
{
    private const string Restore = "Restore a backup: what is lost here is in no other place.";

    private const string Raise = "Stop the server and set the counter to the highest number in use; new numbers are refused until then.";

    public override string Name => "act log and numbers";

    public override async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        await using var db = dbs.Create();
        // The counters first: what is written meanwhile may stand behind them, never before.
        var counters = await db.Counters.AsNoTracking().ToDictionaryAsync(counter => counter.Name, counter => counter.Value, cancellationToken);
        var last = counters.GetValueOrDefault(Counters.ActSequence);
        var acts = await db.Acts.LongCountAsync(act => act.Sequence <= last, cancellationToken);
        if (acts != last) await NameGapsAsync(db, last, findings, cancellationToken);
        var above = await db.Acts.LongCountAsync(act => act.Sequence < 1, cancellationToken);
        if (above > 0) findings.Add(new Fault(Line($"{above:N0} acts have no number above 0."), Restore));
        await LookAtStoriesAsync(db, counters.GetValueOrDefault(Counters.StoryNumber), findings, cancellationToken);
        return Line($"{acts:N0} acts");
    }

    private static async Task NameGapsAsync(NewsDb db, long last, Findings findings, CancellationToken cancellationToken)
    {
        var expected = 1L;
        await foreach (var number in db.Acts.Where(act => act.Sequence > 0 && act.Sequence <= last).OrderBy(act => act.Sequence).Select(act => act.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (number > expected) findings.Add(new Fault(Line($"Acts {expected} to {number - 1} are missing from the log."), Restore));
            expected = number + 1;
        }
        if (expected <= last) findings.Add(new Fault(Line($"Acts {expected} to {last} are missing from the log."), Restore));
    }

    private static async Task LookAtStoriesAsync(NewsDb db, long counted, Findings findings, CancellationToken cancellationToken)
    {
        var highest = await db.Stories.Select(story => (long?)story.Number).MaxAsync(cancellationToken) ?? 0;
        // Asked again: stories may have come in between the two questions.
        var now = await db.Counters.AsNoTracking().Where(counter => counter.Name == Counters.StoryNumber).Select(counter => counter.Value).FirstOrDefaultAsync(cancellationToken);
        if (highest > Math.Max(now, counted)) findings.Add(new Fault(Line($"Story {highest} has a number above the counter, which stands at {now}."), Raise));
        var without = await db.Stories.Where(story => !db.Versions.Any(version => version.StoryId == story.Id && version.Number == story.LatestVersion)
                || (story.LiveVersion != null && !db.Versions.Any(version => version.StoryId == story.Id && version.Number == story.LiveVersion)))
            .OrderBy(story => story.Number).Select(story => story.Number).Take(100).ToListAsync(cancellationToken);
        foreach (var number in without) findings.Add(new Fault(Line($"Story {number} names a version that is not there."), Restore));
    }

    private static string Line(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
