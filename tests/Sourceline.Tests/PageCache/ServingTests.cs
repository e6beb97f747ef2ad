using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.PageCache;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Sourceline.Tests.Newsrooms;
using Sourceline.Tests.Site;

namespace Sourceline.Tests.PageCache;

/// <summary>The base of tests about keeping pages: planted stories, a log that goes on from them, and what is done with stories.</summary>
public abstract class ServingTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    protected StoryActs Acts => Newsroom.Services.GetRequiredService<StoryActs>();

    private protected CachedPages Pages => Newsroom.Services.GetRequiredService<CachedPages>();

    public override async ValueTask InitializeAsync()
    {
        await using var db = Newsroom.OpenDb();
        if (await db.Stories.AnyAsync(Cancel))
            return;
        await SiteSeed.PlantAsync(db, Cancel);
        // The planted sources are known by no name yet.
        foreach (var source in await db.Sources.ToListAsync(Cancel))
            db.SourceNames.Add(
                new SourceName
                {
                    Key = SourceName.Folded(source.Name),
                    Name = source.Name,
                    SourceId = source.Id,
                }
            );
        await db.SaveChangesAsync(Cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        // The planted rows have numbers that the counters do not know.
        await Counters.RaiseAsync(db, Counters.ActSequence, 1, Cancel);
        await Counters.RaiseAsync(db, Counters.StoryNumber, 18400, Cancel);
        await transaction.CommitAsync(Cancel);
        // One of them is an act, written past the log.
        await Newsroom.Services.GetRequiredService<ActSignal>().RaiseAsync(1);
    }

    protected async Task<long> IdAsync(long number)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.Where(story => story.Number == number).Select(story => story.Id).SingleAsync(Cancel);
    }

    protected async Task ActAsync(long number, ActKind kind) =>
        await Acts.DoAsync(
            await IdAsync(number),
            new ActOrder(kind, "Editor")
            {
                Reason = "A reason.",
                TimeUtc = kind == ActKind.SetDate ? new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc) : null,
            },
            Cancel
        );

    protected async Task ReviseAsync(long number, ActKind kind, string headline, string body) =>
        await Acts.DoAsync(
            await IdAsync(number),
            new ActOrder(kind, "Editor") { Text = StoryHtml.Clean(headline, null, body), Note = kind == ActKind.Draft ? null : "A note." },
            Cancel
        );

    protected async Task ReviewAsync(long number, Func<Reviews, ReviewOf, Statement, Task> review)
    {
        await using var scope = Newsroom.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var story = await db.Stories.AsNoTracking().SingleAsync(s => s.Number == number, Cancel);
        var statement = await db
            .Statements.AsNoTracking()
            .Include(s => s.Hops)
            .OrderBy(s => s.Ordinal)
            .FirstAsync(s => s.StoryId == story.Id && s.Version!.Number == story.LiveVersion, Cancel);
        await review(scope.ServiceProvider.GetRequiredService<Reviews>(), new ReviewOf(story.Id, story.Revision, "Editor"), statement);
    }
}
