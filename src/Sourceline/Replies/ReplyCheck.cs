using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;

namespace Sourceline.Replies;

/// <summary>Whether each story's number of replies is that of its approved ones.</summary>
internal sealed class ReplyCheck(NewsDbFactory dbs) : ConsistencyCheck
{
    public override string Name => "replies";

    public override async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        await using var db = dbs.Create();
        foreach (var (number, kept, counted) in await WrongAsync(db, cancellationToken))
        {
            findings.Add(new Fault(
                string.Create(CultureInfo.InvariantCulture, $"Story {number} has {counted:N0} approved replies and says {kept:N0}."),
                "Stop the server and set the story's ReplyCount to what is counted; readers see their replies all the same."));
        }
        var all = await db.Replies.LongCountAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{all:N0} replies");
    }

    /// <summary>
    /// One question, whatever the archive holds, and so of one moment: the approved replies counted by story along their index, beside
    /// what each story says.
    /// </summary>
    private static Task<List<Wrong>> WrongAsync(NewsDb db, CancellationToken cancellationToken)
    {
        const string Approved = nameof(ReplyState.Approved);
        return db.Database.SqlQuery<Wrong>(
            $"""
            SELECT "Stories"."Number", "Stories"."ReplyCount" AS "Kept", COALESCE("Counted"."Count", 0) AS "Counted" FROM "Stories"
            LEFT JOIN (SELECT "StoryId", count(*) AS "Count" FROM "Replies" WHERE "State" = {Approved} GROUP BY "StoryId") AS "Counted" ON "Counted"."StoryId" = "Stories"."Id"
            WHERE "Stories"."ReplyCount" <> COALESCE("Counted"."Count", 0) ORDER BY "Stories"."Number"
            """).ToListAsync(cancellationToken);
    }

    private sealed record Wrong(long Number, int Kept, long Counted);
}
