using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;

namespace Sourceline.Stories.Publishing;

/// <summary>Makes versions of the texts that editors write. What editors confirmed before is kept where its evidence is unchanged.</summary>
public sealed class NewVersions(NewsDbFactory dbs, StatementRecorder statements, TimeProvider clock)
{
    /// <summary>Looks for statements in a new text, before a transaction holds anybody up; null where the reading failed.</summary>
    internal async Task<Reading?> ReadAsync(long storyId, StoryText text, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var story = await db
            .Stories.Where(s => s.Id == storyId)
            .Select(s => new { s.Language, s.PublishedUtc })
            .SingleOrDefaultAsync(cancellationToken);
        return story is null
            ? null
            : statements.Read(text.Text, story.Language, story.PublishedUtc ?? clock.GetUtcNow().UtcDateTime, cancellationToken);
    }

    /// <summary>Adds the version to the context, as the newest of the story.</summary>
    /// <returns>False where the text is that of the newest version already.</returns>
    internal static async Task<bool> AddAsync(
        NewsDb db,
        Story story,
        ActOrder order,
        Reading? reading,
        DateTime atUtc,
        CancellationToken cancellationToken
    )
    {
        var before = await db.Versions.SingleAsync(v => v.StoryId == story.Id && v.Number == story.LatestVersion, cancellationToken);
        if (before.Text == order.Text!.Text && before.BodyHtml == order.Text.BodyHtml)
            return false;
        var reviewed = await CarriedReviews.OfAsync(db, story, cancellationToken);
        var version = VersionOf(story, before, order.Text, order.Actor, atUtc);
        var sources = new SourceRegistry(db);
        await sources.LoadAsync(StatementRecorder.NamesOf(reading), cancellationToken);
        await StatementRecorder.RecordAsync(version, reading, reviewed, sources, cancellationToken);
        foreach (var statement in version.Statements)
            statement.StoryId = story.Id;
        db.Versions.Add(version);
        return true;
    }

    private static StoryVersion VersionOf(Story story, StoryVersion before, StoryText text, string actor, DateTime atUtc) =>
        new()
        {
            StoryId = story.Id,
            Number = ++story.LatestVersion,
            Headline = text.Headline,
            Lead = text.Lead,
            BodyHtml = text.BodyHtml,
            Text = text.Text,
            Byline = before.Byline,
            Place = before.Place,
            ContentHash = ContentHash.Of(text, before.Byline, before.Place, story.Language),
            CreatedUtc = atUtc,
            CreatedBy = actor,
        };
}
