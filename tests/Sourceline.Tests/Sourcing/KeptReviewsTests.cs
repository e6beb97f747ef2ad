using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Attribution;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Sourceline.Tests.Newsrooms;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Sourcing;

/// <summary>What becomes of a confirmation when the text is written anew.</summary>
public abstract class KeptReviewsTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const string Opening = "<p>The storm came at night.</p>";
    private const string Brand = "<p>Harbour master Ole Brand said the pier was gone.</p>";
    private const string Added = "<p>He added that the crane stood.</p>";

    [Theory]
    [InlineData(Opening + Brand + Added)]
    [InlineData(Brand + Added + "<p>Engineer Lena Moe said it would be rebuilt.</p>")]
    [InlineData("<p>Harbour master Ole Brand said nobody was hurt.</p>" + Added)]
    public async Task Draft_EvidenceUnchanged_StaysConfirmed(string next)
    {
        var story = await ConfirmedAsync(StoryState.Draft);
        await DoAsync(story, ActKind.Draft, next);
        var statement = await AddedAsync(story, 3);
        Assert.Equal((Review.Confirmed, "Editor"), (statement.Review, statement.ReviewedBy));
        Assert.All(statement.Hops, link => Assert.Equal((Review.Confirmed, "Ole Brand"), (link.Review, link.Identity?.Name)));
    }

    [Theory]
    [InlineData("<p>Engineer Knut Lie said the pier was gone.</p>" + Added)]
    [InlineData(Brand + "<p>Engineer Knut Lie said it would be rebuilt.</p>" + Added)]
    [InlineData("<p>Harbour master Ole Brand was at the pier.</p>" + Added)]
    [InlineData(Added)]
    public async Task Draft_SomebodyElseSpeaksBefore_AsksAgain(string next)
    {
        var story = await ConfirmedAsync(StoryState.Draft);
        await DoAsync(story, ActKind.Draft, next);
        var statement = await AddedAsync(story, 3);
        Assert.Equal((Review.Proposed, null), (statement.Review, statement.ReviewedBy));
        Assert.All(statement.Hops, link => Assert.Equal(Review.Proposed, link.Review));
    }

    [Fact]
    public async Task Update_OfALiveStory_KeepsWhatRestsOnWhatStayed()
    {
        var story = await ConfirmedAsync(StoryState.Published);
        await DoAsync(story, ActKind.Update, Opening + Brand + Added);
        Assert.Equal(Review.Confirmed, (await AddedAsync(story, 3)).Review);
        await DoAsync(story, ActKind.Update, Opening + "<p>Engineer Knut Lie said the pier was gone.</p>" + Added);
        Assert.Equal(Review.Proposed, (await AddedAsync(story, 4)).Review);
    }

    [Fact]
    public async Task Update_TextThatIsTooLong_MovesOnFlagged()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await DoAsync(story, ActKind.Update, $"{Brand}<p>{new string('a', Attributor.LongestText)}</p>");
        await using var db = Newsroom.OpenDb();
        var version = await db.Versions.Include(v => v.Statements).SingleAsync(v => v.StoryId == story.Id && v.Number == 2, Cancel);
        Assert.Equal(AttributionState.Failed, version.Attribution);
        Assert.Empty(version.Statements);
        Assert.Equal(2, (await db.Stories.SingleAsync(s => s.Id == story.Id, Cancel)).LiveVersion);
    }

    /// <summary>A story whose second version says what he added, confirmed.</summary>
    private async Task<Story> ConfirmedAsync(StoryState state)
    {
        var story = await SampleStory.AddAsync(Newsroom, state);
        await DoAsync(story, state == StoryState.Draft ? ActKind.Draft : ActKind.Update, Brand + Added);
        var statement = await AddedAsync(story, 2);
        await using var db = Newsroom.OpenDb();
        var revision = await db.Stories.Where(s => s.Id == story.Id).Select(s => s.Revision).SingleAsync(Cancel);
        await ActivatorUtilities
            .CreateInstance<Reviews>(Newsroom.Services, db)
            .ConfirmAsync(new ReviewOf(story.Id, revision, "Editor"), statement.Id, Cancel);
        return story;
    }

    private Task<ActDone> DoAsync(Story story, ActKind kind, string body) =>
        Newsroom
            .Services.GetRequiredService<StoryActs>()
            .DoAsync(story.Id, new(kind, "Ada") { Text = StoryHtml.Clean("Pier gone", null, body) }, Cancel);

    private async Task<Statement> AddedAsync(Story story, int version)
    {
        await using var db = Newsroom.OpenDb();
        var found = await db
            .Statements.AsNoTracking()
            .Include(s => s.Version)
            .Include(s => s.Hops)
                .ThenInclude(l => l.Identity)
            .Where(s => s.StoryId == story.Id && s.Version!.Number == version)
            .ToListAsync(Cancel);
        return Assert.Single(found, s => s.Cue.Any(cue => cue.Of(s.Version!.Text) == "added"));
    }
}

public sealed class KeptReviewsOnSqlite(SqliteNewsroom newsroom) : KeptReviewsTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class KeptReviewsOnPostgres(PostgresNewsroom newsroom) : KeptReviewsTests(newsroom), IClassFixture<PostgresNewsroom>;
