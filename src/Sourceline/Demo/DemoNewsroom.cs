using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Ingest;
using Sourceline.Settings;
using Sourceline.Web;

namespace Sourceline.Demo;

/// <summary>Averil Wire, a small newsroom of our own fiction, for a first look at an empty Sourceline.</summary>
internal sealed class DemoNewsroom(NewsDbFactory databases, StoryIntake intake, DemoActs acts, TimeProvider time)
{
    /// <summary>For <c>sourceline serve --demo</c>.</summary>
    public static DemoOffer Offer { get; } =
        new(
            new Dictionary<string, string?>
            {
                [$"{SourcelineOptions.Section}:Site:Name"] = "Averil Wire",
                [$"{SourcelineOptions.Section}:Site:Tagline"] = "News from Port Averil and the Narrow Sea",
            },
            (services, cancellationToken) => services.GetRequiredService<DemoNewsroom>().LoadAsync(cancellationToken)
        );

    /// <summary>
    /// Fills an empty newsroom, and goes on where an earlier start was interrupted: the stories come in together, and the log tells what
    /// was done with them. A newsroom with stories of its own is left alone.
    /// </summary>
    /// <returns>Whether anything was missing.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var clock = new DemoClock(time.GetUtcNow());
        var lines = DemoLines.Read<DemoAct>("acts.jsonl");
        var wasEmpty = await IsEmptyAsync(cancellationToken);
        if (wasEmpty)
            await intake.ReceiveAsync(
                new DemoStories(clock, lines).Read(),
                new IntakeOptions(Publish: true, DemoStories.Actor),
                cancellationToken
            );
        var missing = await acts.MissingAsync(lines, cancellationToken);
        foreach (var act in missing)
            await acts.ApplyAsync(act, clock, cancellationToken);
        return wasEmpty || missing.Count > 0;
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        return !await db.Stories.AnyAsync(cancellationToken);
    }
}
