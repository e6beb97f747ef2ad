using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Localization;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Sourceline.Tests.Newsrooms;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Desk;

/// <summary>What editors decide about statements, on the database alone.</summary>
public abstract class ReviewTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Confirm_TakesTheLineButNotAnInferredIdentity()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await ReviewAsync(story, 1, (reviews, at, statement) => reviews.ConfirmAsync(at, statement.Id, Cancel));
        var statement = await StatementAsync(story, 1);
        Assert.Equal(Review.Confirmed, statement.Review);
        Assert.Equal("Editor", statement.ReviewedBy);
        Assert.All(statement.Hops, link => Assert.Equal(Review.Confirmed, link.Review));
        Assert.Equal(Review.Proposed, statement.Hops[1].IdentityReview);
        await using var db = Newsroom.OpenDb();
        var act = await db.Acts.SingleAsync(a => a.StoryId == story.Id, Cancel);
        Assert.Equal((ActKind.ReviewStatements, 1, statement.Id, "Editor"), (act.Kind, act.Version, act.SubjectId, act.Actor));
        Assert.Equal(2, (await db.Stories.SingleAsync(s => s.Id == story.Id, Cancel)).Revision);
    }

    [Fact]
    public async Task ConfirmAll_OfAVersionThatIsHistory_IsRefused()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using (var db = Newsroom.OpenDb())
            await db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LatestVersion, 2), Cancel);
        var refused = await Assert.ThrowsAsync<ActRefusedException>(() =>
            ReviewAsync(story, 1, (reviews, at, _) => reviews.ConfirmAllAsync(at, 1, Cancel))
        );
        Assert.Contains("neither the newest", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Review.Proposed, (await StatementAsync(story, 1)).Review);
    }

    [Fact]
    public async Task ConfirmIdentity_MakesTheStoryLeanOnIt()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await ReviewAsync(story, 2, (reviews, at, statement) => reviews.RejectAsync(at, statement.Id, Cancel));
        Assert.DoesNotContain("Ines Vale", await LeansAsync(story));
        await ReviewAsync(story, 1, (reviews, at, statement) =>
            reviews.JudgeIdentityAsync(at, statement.Hops[1].Id, Review.Confirmed, Cancel)
        );
        Assert.Contains("Ines Vale", await LeansAsync(story));
    }

    [Fact]
    public async Task JudgeLinks_OneByOne_ConfirmsTheStatementWithTheLast()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await ReviewAsync(story, 1, (reviews, at, statement) => reviews.JudgeLinkAsync(at, statement.Hops[0].Id, Review.Confirmed, Cancel));
        Assert.Equal(Review.Proposed, (await StatementAsync(story, 1)).Review);
        await ReviewAsync(story, 1, (reviews, at, statement) => reviews.JudgeLinkAsync(at, statement.Hops[1].Id, Review.Rejected, Cancel));
        Assert.Equal(Review.Confirmed, (await StatementAsync(story, 1)).Review);
    }

    [Fact]
    public async Task Mend_FindsTheSourceOrMakesOne()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await MendAsync(story, new("the harbour gazette", SourceKind.Outlet, "newspaper", Basis.Carried, "Harbour Gazette"));
        var link = (await StatementAsync(story, 1)).Hops[0];
        Assert.Equal("Harbour Gazette", link.Source!.Name);
        Assert.Equal((Basis.Carried, Review.Confirmed, "newspaper"), (link.Basis, link.Review, link.Role));
        var name = $"Quay Chronicle {story.Number}";
        await MendAsync(story, new(name, SourceKind.Outlet, null, Basis.Stated, null));
        Assert.Equal(name, (await StatementAsync(story, 1)).Hops[0].Source!.Name);
        await MendAsync(story, new("officials", SourceKind.Unnamed, null, Basis.Stated, null));
        Assert.Null((await StatementAsync(story, 1)).Hops[0].SourceId);
    }

    [Fact]
    public async Task Insert_WordsThatAreNotInTheText_IsRefused()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        var refused = await Assert.ThrowsAsync<ActRefusedException>(() => InsertAsync(story, 0, 0, "Reuters"));
        Assert.Contains("is not in the text", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["Harbour Gazette", "a senior official"], await NamesAsync(story));
        await using var db = Newsroom.OpenDb();
        Assert.False(await db.Acts.AnyAsync(act => act.StoryId == story.Id, Cancel));
    }

    [Fact]
    public async Task InsertMoveRemove_KeepTheChainWithoutGaps()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await InsertAsync(story, 0, 1, "Ines Vale");
        Assert.Equal(["Harbour Gazette", "Ines Vale", "a senior official"], await NamesAsync(story));
        await ReviewAsync(story, 1, (reviews, at, s) => reviews.MoveLinkAsync(at, s.Hops[1].Id, 1, Cancel));
        Assert.Equal(["Harbour Gazette", "a senior official", "Ines Vale"], await NamesAsync(story));
        await ReviewAsync(story, 1, (reviews, at, s) => reviews.RemoveLinkAsync(at, s.Hops[0].Id, Cancel));
        Assert.Equal(["a senior official", "Ines Vale"], await NamesAsync(story));
        Assert.Equal([0, 1], (await StatementAsync(story, 1)).Hops.Select(link => link.Position));
        await Assert.ThrowsAsync<ActRefusedException>(() =>
            ReviewAsync(story, 1, (reviews, at, s) => reviews.MoveLinkAsync(at, s.Hops[0].Id, -1, Cancel))
        );
    }

    [Fact]
    public async Task Insert_IntoANewChain_AndRemovingTheFirst_LeavesOneChain()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await InsertAsync(story, 1, 0, "Ines Vale");
        Assert.Equal([0, 0, 1], (await StatementAsync(story, 1)).Hops.Select(link => link.Chain));
        for (var n = 0; n < 2; n++)
            await ReviewAsync(story, 1, (reviews, at, s) => reviews.RemoveLinkAsync(at, s.Hops[0].Id, Cancel));
        var link = Assert.Single((await StatementAsync(story, 1)).Hops);
        Assert.Equal(("Ines Vale", 0, 0), (link.Name, link.Chain, link.Position));
    }

    [Fact]
    public async Task SetIdentity_SaysWhoOrThatNobodyKnows()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await ReviewAsync(story, 1, (reviews, at, s) =>
            reviews.SetIdentityAsync(at, s.Hops[1].Id, "Ada Quell", SourceKind.Person, Basis.Inferred, Cancel)
        );
        var link = (await StatementAsync(story, 1)).Hops[1];
        Assert.Equal(("Ada Quell", Review.Confirmed), (link.Identity!.Name, link.IdentityReview));
        await ReviewAsync(story, 1, (reviews, at, s) =>
            reviews.SetIdentityAsync(at, s.Hops[1].Id, " ", SourceKind.Person, Basis.Inferred, Cancel)
        );
        Assert.Null((await StatementAsync(story, 1)).Hops[1].IdentityId);
        await Assert.ThrowsAsync<ActRefusedException>(() =>
            ReviewAsync(story, 1, (reviews, at, s) =>
                reviews.SetIdentityAsync(at, s.Hops[0].Id, "Ada Quell", SourceKind.Person, Basis.Inferred, Cancel)
            )
        );
    }

    [Fact]
    public async Task ConfirmAll_TakesWhatWaitsAndLeavesWhatWasRejected()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await ReviewAsync(story, 2, (reviews, at, s) => reviews.RejectAsync(at, s.Id, Cancel));
        await ReviewAsync(story, 1, (reviews, at, _) => reviews.ConfirmAllAsync(at, 1, Cancel));
        Assert.Equal(Review.Confirmed, (await StatementAsync(story, 1)).Review);
        Assert.Equal(Review.Rejected, (await StatementAsync(story, 2)).Review);
        await ReviewAsync(story, 2, (reviews, at, s) => reviews.ReopenAsync(at, s.Id, Cancel));
        Assert.Equal(Review.Proposed, (await StatementAsync(story, 2)).Review);
    }

    [Fact]
    public async Task TwoEditorsAtOnce_OneIsToldWhoWasFirst()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        var statement = await StatementAsync(story, 1);
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async n =>
                {
                    await using var db = Newsroom.OpenDb();
                    return await Record.ExceptionAsync(() =>
                        Of(db).ConfirmAsync(new ReviewOf(story.Id, story.Revision, $"Editor {n}"), statement.Id, Cancel)
                    );
                })
        );
        Assert.Single(results, result => result is null);
        Assert.All(results.OfType<Exception>(), e =>
            Assert.Contains("Editor", Assert.IsType<ActRefusedException>(e).Message, StringComparison.Ordinal)
        );
        await using var after = Newsroom.OpenDb();
        Assert.Equal(1, await after.Acts.CountAsync(act => act.StoryId == story.Id, Cancel));
    }

    [Fact]
    public async Task StatementOfAnotherStory_IsRefused()
    {
        var (one, two) = (await SampleStory.AddAsync(Newsroom, StoryState.Draft), await SampleStory.AddAsync(Newsroom, StoryState.Draft));
        var foreign = await StatementAsync(two, 1);
        await Assert.ThrowsAsync<ActRefusedException>(() =>
            ReviewAsync(one, 1, (reviews, at, _) => reviews.ConfirmAsync(at, foreign.Id, Cancel))
        );
        await Assert.ThrowsAsync<ActRefusedException>(() =>
            ReviewAsync(one, 1, (reviews, at, _) => reviews.RemoveLinkAsync(at, foreign.Hops[0].Id, Cancel))
        );
    }

    private Reviews Of(NewsDb db) => new(db, Newsroom.Services.GetRequiredService<StoryTransactions>(), Localizer.English, Newsroom.Clock);

    private async Task ReviewAsync(Story story, int ordinal, Func<Reviews, ReviewOf, Statement, Task> decide)
    {
        var statement = await StatementAsync(story, ordinal);
        await using var db = Newsroom.OpenDb();
        var revision = await db.Stories.Where(s => s.Id == story.Id).Select(s => s.Revision).SingleAsync(Cancel);
        await decide(Of(db), new ReviewOf(story.Id, revision, "Editor"), statement);
    }

    private Task MendAsync(Story story, HopEdit mend) =>
        ReviewAsync(story, 1, (reviews, at, s) => reviews.MendLinkAsync(at, s.Hops[0].Id, mend, Cancel));

    private Task InsertAsync(Story story, int chain, int position, string name) =>
        ReviewAsync(story, 1, (reviews, at, s) =>
            reviews.InsertLinkAsync(at, s.Id, chain, position, new(name, SourceKind.Person, null, Basis.Stated, null), Cancel)
        );

    private async Task<IEnumerable<string>> NamesAsync(Story story) => (await StatementAsync(story, 1)).Hops.Select(link => link.Name);

    private async Task<Statement> StatementAsync(Story story, int ordinal)
    {
        await using var db = Newsroom.OpenDb();
        return await db
            .Statements.AsNoTracking()
            .Include(s => s.Hops.OrderBy(l => l.Chain).ThenBy(l => l.Position))
                .ThenInclude(l => l.Source)
            .Include(s => s.Hops)
                .ThenInclude(l => l.Identity)
            .SingleAsync(s => s.StoryId == story.Id && s.Ordinal == ordinal, Cancel);
    }

    private async Task<List<string>> LeansAsync(Story story)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Dependencies.Where(lean => lean.StoryId == story.Id).Select(lean => lean.Source!.Name).ToListAsync(Cancel);
    }
}

public sealed class ReviewsOnSqlite(SqliteNewsroom newsroom) : ReviewTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ReviewsOnPostgres(PostgresNewsroom newsroom) : ReviewTests(newsroom), IClassFixture<PostgresNewsroom>;
