using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Hosting;
using Sourceline.Stories;

namespace Sourceline.Demo;

/// <summary>Averil Wire, a small newsroom of our own fiction, for a first look at an empty Sourceline.</summary>
internal sealed class DemoNewsroom(NewsDbFactory databases, Intake intake, DemoActs acts, TimeProvider time)
{
    /// <summary>For <c>sourceline serve --demo</c>.</summary>
    public static DemoOffer Offer { get; } = new(
        new Dictionary<string, string?>
        {
            [$"{SourcelineOptions.Section}:Site:Name"] = "Averil Wire",
            [$"{SourcelineOptions.Section}:Site:Tagline"] = "News from Port Averil and the Narrow Sea",
        },
        (services, cancellationToken) => services.GetRequiredService<DemoNewsroom>().LoadAsync(cancellationToken));

    /// <summary>Fills an empty newsroom; one that has a story already is left alone.</summary>
    /// <returns>Whether it was filled.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        await using (var db = databases.Create())
            if (await db.Stories.AnyAsync(cancellationToken)) return false;
        var clock = new DemoClock(time.GetUtcNow());
        var lines = DemoLines.Read<DemoAct>("acts.jsonl");
        await intake.ReceiveAsync(new DemoStories(clock, lines).Read(), new IntakeOptions(Publish: true, "import"), cancellationToken);
        foreach (var act in lines) await acts.ApplyAsync(act, clock, cancellationToken);
        return true;
    }
}
