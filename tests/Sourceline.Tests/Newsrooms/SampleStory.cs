using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Newsrooms;

/// <summary>
/// A small story of our own with two statements: the mayor's, which the Harbour Gazette carried from an official who is likely the
/// harbour master, and the harbour master's own.
/// </summary>
public static class SampleStory
{
    public const string Text =
        "Harbour to close for a week\n\n"
        + "The harbour will close for a week, the Harbour Gazette reported on Friday, citing a senior official.\n\n"
        + "\"The pier is not safe,\" harbour master Ines Vale said.";

    private static int _numbers = 700_000;

    public static async Task<Story> AddAsync(TestNewsroom newsroom, StoryState state)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var number = Interlocked.Increment(ref _numbers);
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        var isPublic = state == StoryState.Published;
        await using var db = newsroom.OpenDb();
        var story = new Story
        {
            Number = number,
            Origin = "desk",
            OriginId = $"sample-{number}",
            State = state,
            Language = "en",
            Slug = "harbour-to-close-for-a-week",
            Category = new Category { Name = $"Harbour {number}", Slug = $"harbour-{number}" },
            LatestVersion = 1,
            LiveVersion = isPublic ? 1 : null,
            PublishedUtc = isPublic ? now : null,
            ReceivedUtc = now,
            Revision = 1,
        };
        story.Versions.Add(await VersionAsync(db, number, now));
        db.Stories.Add(story);
        await db.SaveChangesAsync();
        foreach (var statement in story.Versions[0].Statements)
            statement.StoryId = story.Id;
        await db.SaveChangesAsync();
        return story;
    }

    private static async Task<StoryVersion> VersionAsync(NewsDb db, int number, DateTime now)
    {
        var sources = new global::Sourceline.Sourcing.SourceRegistry(db);
        var gazette = await sources.FindOrAddAsync("Harbour Gazette", SourceKind.Outlet, [], default);
        var master = await sources.FindOrAddAsync("Ines Vale", SourceKind.Person, [], default);
        var version = new StoryVersion
        {
            Number = 1,
            Headline = "Harbour to close for a week",
            Text = Text,
            ContentHash = $"{number}",
            CreatedUtc = now,
            CreatedBy = "test",
            BodyHtml = string.Concat(Text.Split("\n\n")[1..].Select(p => $"<p>{p.Replace("\"", "&quot;", StringComparison.Ordinal)}</p>")),
            Attribution = AttributionState.Ready,
        };
        version.Statements.Add(
            Statement(
                1,
                "The harbour will close for a week",
                "reported",
                [
                    Link(0, "Harbour Gazette", SourceKind.Outlet, Basis.Stated, gazette, null),
                    Link(1, "a senior official", SourceKind.Unnamed, Basis.Stated, null, master),
                ]
            )
        );
        version.Statements.Add(
            Statement(2, "\"The pier is not safe,\"", "said", [Link(0, "Ines Vale", SourceKind.Person, Basis.Stated, master, null)])
        );
        return version;
    }

    private static Statement Statement(int ordinal, string content, string cue, StatementHop[] links)
    {
        var statement = new Statement
        {
            Ordinal = ordinal,
            Key = $"key-{ordinal}",
            Evidence = $"evidence-{ordinal}",
            Kind = StatementKind.Indirect,
            Confidence = 0.9,
            Content = [Span(content)],
            Cue = [Span(cue)],
        };
        statement.Hops.AddRange(links);
        return statement;
    }

    private static StatementHop Link(int position, string name, SourceKind kind, Basis basis, Source? source, Source? identity) =>
        new()
        {
            Position = position,
            Name = name,
            Kind = kind,
            Basis = basis,
            Confidence = 0.9,
            SpanStart = Span(name).Start,
            SpanEnd = Span(name).End,
            Source = source,
            Identity = identity,
            IdentityBasis = Basis.Inferred,
            IdentityConfidence = identity is null ? 0 : 0.6,
        };

    private static TextSpan Span(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
