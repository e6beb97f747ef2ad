using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution;
using Sourceline.Data;
using Sourceline.Statements;
using Sourceline.Stories;

namespace Sourceline.Demo;

/// <summary>Does what the demo's editor did to the stories, on the days on which it was done.</summary>
internal sealed class DemoActs(NewsDbFactory databases, ActLog log, StoryActs stories)
{
    private const string Editor = "Mirren Dacey";

    public async Task ApplyAsync(DemoAct act, DemoClock clock, CancellationToken cancellationToken)
    {
        if (act.Stage is not null) return;
        var at = clock.Moved(act.At!).UtcDateTime;
        if (act.Act == "confirm") await ConfirmAsync(act.Number, at, cancellationToken);
        else await ReviseAsync(act, at, cancellationToken);
    }

    /// <summary>Who an unnamed source is stays a proposal where it was inferred, as when an editor confirms at the desk.</summary>
    private async Task ConfirmAsync(long number, DateTime at, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var story = await db.Stories.SingleAsync(s => s.Number == number, cancellationToken);
        var statements = await db.Statements.Include(s => s.Links)
            .Where(s => s.StoryId == story.Id && s.Version!.Number == story.LatestVersion).ToListAsync(cancellationToken);
        foreach (var statement in statements) Confirm(statement, at);
        story.Revision++;
        await db.SaveChangesAsync(cancellationToken);
        await LeanKeeper.RefreshAsync(db, story.Id, cancellationToken);
        var act = new Act { Kind = ActKind.ReviewStatements, StoryId = story.Id, Version = story.LatestVersion, Actor = Editor, AtUtc = at };
        await log.AppendAsync(db, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static void Confirm(Data.Statement statement, DateTime at)
    {
        statement.Review = Review.Confirmed;
        statement.ReviewedBy = Editor;
        statement.ReviewedUtc = at;
        foreach (var link in statement.Links)
        {
            link.Review = Review.Confirmed;
            if (link.IdentityId is not null && link.IdentityBasis != Basis.Inferred) link.IdentityReview = Review.Confirmed;
        }
    }

    private async Task ReviseAsync(DemoAct act, DateTime at, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var before = await db.Versions.AsNoTracking()
            .SingleAsync(v => v.Story!.Number == act.Number && v.Number == v.Story.LatestVersion, cancellationToken);
        var body = before.BodyHtml.Replace(act.Find!, act.Replace, StringComparison.Ordinal);
        var text = StoryHtml.Clean(before.Headline, before.Lead, body);
        await stories.ReviseAsync(before.StoryId, KindOf(act), text, Editor, act.Note, at, cancellationToken);
    }

    private static ActKind KindOf(DemoAct act) => act.Act switch
    {
        "correct-minor" => ActKind.CorrectMinor,
        "correct-material" => ActKind.CorrectMaterial,
        "clarify" => ActKind.Clarify,
        "update" => ActKind.Update,
        _ => throw new InvalidDataException($"The act '{act.Act}' is not known."),
    };
}
