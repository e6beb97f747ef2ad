using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;

namespace Sourceline.EventLog;

/// <summary>
/// The next number of each kind: of a story, of an act, and of a row in each table that numbers its rows. A number that is already in use
/// would be given a second time, and the database would refuse the row.
/// </summary>
internal sealed class NumberProjection(NewsDbFactory dbs) : InlineProjection(dbs)
{
    private readonly NewsDbFactory _dbs = dbs;

    public override string Name => "numbers";

    public override string Title => "the next numbers of stories, acts and rows";

    public override async Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        await using var db = _dbs.Create();
        var acts = await ActsAsync(db, cancellationToken);
        if (acts.Last > acts.Counter)
            findings.Add(Line($"The counter of acts is at {acts.Counter:N0}, below the newest act, {acts.Last:N0}."));
        if (acts.Last < acts.Counter)
        {
            findings.Add(
                Line(
                    $"The counter of acts is at {acts.Counter:N0}, above the newest act, {acts.Last:N0}. If the acts between them are lost, restore the newest backup that has them."
                )
            );
        }
        var stories = await StoriesAsync(db, cancellationToken);
        if (stories.Last > stories.Counter)
            findings.Add(Line($"The counter of stories is at {stories.Counter:N0}, below the highest number in use, {stories.Last:N0}."));
        var keys = await RowNumbers.ReadAsync(db, cancellationToken);
        foreach (var table in keys.Where(table => table.Last > table.Counter))
            findings.Add(
                Line($"The counter of rows in {table.Name} is at {table.Counter:N0}, below the highest number in use, {table.Last:N0}.")
            );
        return Line($"counters of acts, stories and {keys.Count} tables");
    }

    public override async Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken)
    {
        await using var db = _dbs.Create();
        var changed = 0;
        if (await StoriesAsync(db, cancellationToken) is { IsBehind: true } stories)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Counters.RaiseAsync(db, Counters.StoryNumber, stories.Last, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            changed++;
        }
        if (await ActsAsync(db, cancellationToken) is var acts && acts.Last != acts.Counter)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // The lock first: an act that is being committed has taken its number already.
            await Counters.RaiseAsync(db, Counters.ActSequence, 0, cancellationToken);
            var last = await ActLog.LastAsync(db, cancellationToken);
            await db
                .Counters.Where(counter => counter.Name == Counters.ActSequence)
                .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, last), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            changed++;
        }
        foreach (var table in (await RowNumbers.ReadAsync(db, cancellationToken)).Where(table => table.IsBehind))
        {
            await RowNumbers.RaiseAsync(db, table.Name, cancellationToken);
            changed++;
        }
        return changed == 1 ? "1 counter changed" : Line($"{changed} counters changed");
    }

    // One statement, so that both are of one moment.
    private static async Task<RowNumber> ActsAsync(NewsDb db, CancellationToken cancellationToken) =>
        (
            await db
                .Database.SqlQuery<RowNumber>(
                    $"""
                    SELECT 'Acts' AS "Name", COALESCE((SELECT "Value" FROM "Counters" WHERE "Name" = {Counters.ActSequence}), 0) AS "Counter", COALESCE((SELECT max("Sequence") FROM "Acts"), 0) AS "Last"
                    """
                )
                .ToListAsync(cancellationToken)
        )[0];

    private static async Task<RowNumber> StoriesAsync(NewsDb db, CancellationToken cancellationToken) =>
        (
            await db
                .Database.SqlQuery<RowNumber>(
                    $"""
                    SELECT 'Stories' AS "Name", COALESCE((SELECT "Value" FROM "Counters" WHERE "Name" = {Counters.StoryNumber}), 0) AS "Counter", COALESCE((SELECT max("Number") FROM "Stories"), 0) AS "Last"
                    """
                )
                .ToListAsync(cancellationToken)
        )[0];

    private static string Line(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
