using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;

namespace Sourceline.Demo;

/// <summary>Does what the demo's editor did to the stories, on the days on which it was done.</summary>
internal sealed class DemoActs(NewsDbFactory databases, StoryTransactions transactions, StoryActs stories)
{
    private const string Editor = "Mirren Dacey";

    private readonly DemoSources _sources = DemoSources.Load();

    /// <summary>Those that the log does not have yet. A story with which somebody else has done anything is left as it is.</summary>
    public async Task<List<DemoAct>> MissingAsync(IEnumerable<DemoAct> acts, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var stories = await db
            .Stories.Where(story => story.Origin == DemoStories.Origin)
            .Select(story => new
            {
                story.Number,
                Acts = db.Acts.Where(act => act.StoryId == story.Id).Select(act => new { act.Actor, act.Kind }).ToList(),
            })
            .ToDictionaryAsync(story => story.Number, story => story.Acts, cancellationToken);
        return
        [
            .. acts.Where(act =>
                act.Stage is null
                && stories.TryGetValue(act.Number, out var done)
                && done.TrueForAll(one => one.Actor is Editor or DemoStories.Actor)
                && !done.Exists(one => one.Actor == Editor && one.Kind == KindOf(act))
            ),
        ];
    }

    public async Task ApplyAsync(DemoAct act, DemoClock clock, CancellationToken cancellationToken)
    {
        var at = clock.Moved(act.At!).UtcDateTime;
        if (act.Act == "confirm")
            await ConfirmAsync(act.Number, at, cancellationToken);
        else
            await ReviseAsync(act, at, cancellationToken);
    }

    private async Task ConfirmAsync(long number, DateTime at, CancellationToken cancellationToken)
    {
        var act = ActRegistry.Of(ActKind.ReviewStatements);
        await using var db = databases.Create();
        var storyId = await db.Stories.Where(s => s.Number == number).Select(s => s.Id).SingleAsync(cancellationToken);
        await using var transaction = await transactions.BeginAsync(db, act.Kind, cancellationToken);
        var story = await transaction.ClaimAsync(storyId, null, act, cancellationToken);
        var version = await db
            .Versions.Include(v => v.Statements)
                .ThenInclude(s => s.Hops)
                    .ThenInclude(h => h.Source)
            .Include(v => v.Statements)
                .ThenInclude(s => s.Hops)
                    .ThenInclude(h => h.Identity)
            .SingleAsync(v => v.StoryId == story.Id && v.Number == story.LatestVersion, cancellationToken);
        await _sources.ReviewAsync(version, number, new SourceRegistry(db), Editor, at, cancellationToken);
        await transaction.DoAsync(
            story,
            act,
            new ActEffect(Actors.Editor, Editor, at) { Version = story.LatestVersion },
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ReviseAsync(DemoAct act, DateTime at, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var before = await db
            .Versions.AsNoTracking()
            .SingleAsync(v => v.Story!.Number == act.Number && v.Number == v.Story.LatestVersion, cancellationToken);
        var body = before.BodyHtml.Replace(act.Find!, act.Replace, StringComparison.Ordinal);
        var text = StoryHtml.Clean(before.Headline, before.Lead, body);
        await stories.DoAsync(
            before.StoryId,
            new ActOrder(KindOf(act), Editor)
            {
                Text = text,
                Note = act.Note,
                AtUtc = at,
            },
            cancellationToken
        );
    }

    private static ActKind KindOf(DemoAct act) =>
        act.Act switch
        {
            "confirm" => ActKind.ReviewStatements,
            "correct-minor" => ActKind.CorrectMinor,
            "correct-material" => ActKind.CorrectMaterial,
            "clarify" => ActKind.Clarify,
            "update" => ActKind.Update,
            _ => throw new InvalidDataException($"The act '{act.Act}' is not known."),
        };
}
