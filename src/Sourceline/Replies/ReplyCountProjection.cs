using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;
using Sourceline.EventLog;

namespace Sourceline.Replies;

/// <summary>The number of approved replies that each story shows; changed in the transaction of each decision on a reply.</summary>
internal sealed class ReplyCountProjection(NewsDbFactory dbs, ActLog log) : InlineProjection(dbs)
{
    private const string Approved = nameof(ReplyState.Approved);

    private readonly NewsDbFactory _dbs = dbs;

    public override string Name => "replies";

    public override string Title => "how many approved replies each story has";

    public override async Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        await using var db = _dbs.Create();
        foreach (var wrong in await WrongAsync(db, cancellationToken))
            findings.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Story {wrong.Number} has {wrong.Counted:N0} approved replies, but its stored count is {wrong.Kept:N0}."
                )
            );
        var all = await db.Replies.LongCountAsync(cancellationToken);
        return all == 1 ? "1 reply" : string.Create(CultureInfo.InvariantCulture, $"{all:N0} replies");
    }

    public override async Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        List<Wrong> wrong;
        await using (var db = _dbs.Create())
            wrong = await WrongAsync(db, cancellationToken);
        var done = 0L;
        foreach (var some in wrong.Chunk(StoryRepairs.Batch))
        {
            await StoryRepairs.RunAsync(_dbs, [.. some.Select(story => story.Id)], RepairAsync, cancellationToken);
            progress(done += some.Length, wrong.Count);
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the counts of {wrong.Count:N0} {(wrong.Count == 1 ? "story" : "stories")} repaired"
        );
    }

    private async Task RepairAsync(NewsDb db, IReadOnlyList<long> stories, CancellationToken cancellationToken)
    {
        await db
            .Stories.Where(story => stories.Contains(story.Id))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(
                        story => story.ReplyCount,
                        story => db.Replies.Count(reply => reply.StoryId == story.Id && reply.State == ReplyState.Approved)
                    ),
                cancellationToken
            );
        await Rebuilds.LogAsync(log, db, this, cancellationToken);
    }

    /// <summary>One statement, whatever the archive holds, and so of one moment: the approved replies counted along their index, beside what each story stores.</summary>
    private static Task<List<Wrong>> WrongAsync(NewsDb db, CancellationToken cancellationToken) =>
        db
            .Database.SqlQuery<Wrong>(
                $"""
                SELECT "Stories"."Id", "Stories"."Number", "Stories"."ReplyCount" AS "Kept", COALESCE("Counted"."Count", 0) AS "Counted" FROM "Stories"
                LEFT JOIN (SELECT "StoryId", count(*) AS "Count" FROM "Replies" WHERE "State" = {Approved} GROUP BY "StoryId") AS "Counted" ON "Counted"."StoryId" = "Stories"."Id"
                WHERE "Stories"."ReplyCount" <> COALESCE("Counted"."Count", 0) ORDER BY "Stories"."Number"
                """
            )
            .ToListAsync(cancellationToken);

    private sealed record Wrong(long Id, long Number, int Kept, long Counted);
}
