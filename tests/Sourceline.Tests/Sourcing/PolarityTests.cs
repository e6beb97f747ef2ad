using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Syndication;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Sourcing;

/// <summary>A denial is kept and handed on as a denial, and an answer that says nothing is no statement.</summary>
public abstract class PolarityTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const string Body =
        "<p>Harbour master Ole Brand denied that the pier was gone.</p><p>Engineer Lena Moe declined to comment to Reuters.</p>";

    [Fact]
    public async Task Version_KeepsPolarityAndAnswers()
    {
        var version = await VersionAsync();
        var statement = Assert.Single(version.Statements);
        Assert.Equal((Polarity.Denies, "that the pier was gone"), (statement.Polarity, statement.Content[0].Of(version.Text)));
        var answer = Assert.Single(version.Answers);
        Assert.Equal(
            (AnswerKind.Declined, "Lena Moe", SourceKind.Person, "Reuters", "Engineer Lena Moe declined to comment to Reuters"),
            (answer.Kind, answer.Asked, answer.AskedKind, answer.Via, answer.Span.Of(version.Text))
        );
    }

    [Fact]
    public async Task Feed_NamesTheDenial()
    {
        var version = await VersionAsync();
        await using var db = Newsroom.OpenDb();
        var entries = await ActivatorUtilities
            .CreateInstance<FeedEntries>(Newsroom.Services)
            .ReadAsync(db, [version.StoryId], null, Cancel);
        Assert.Equal("denies", Assert.Single(Assert.Single(entries).Sourcing).Polarity);
    }

    private async Task<StoryVersion> VersionAsync()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await Newsroom
            .Services.GetRequiredService<StoryActs>()
            .DoAsync(story.Id, new(ActKind.Update, "Ada") { Text = StoryHtml.Clean("Pier stands", null, Body) }, Cancel);
        await using var db = Newsroom.OpenDb();
        return await db.Versions.AsNoTracking().Include(v => v.Statements).SingleAsync(v => v.StoryId == story.Id && v.Number == 2, Cancel);
    }
}

public sealed class PolarityOnSqlite(SqliteNewsroom newsroom) : PolarityTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class PolarityOnPostgres(PostgresNewsroom newsroom) : PolarityTests(newsroom), IClassFixture<PostgresNewsroom>;
