using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>A story on the site with what its dependencies are derived from.</summary>
/// <param name="Headline">Of the live version, as are the text and the statements.</param>
/// <param name="Statements">In the order of the text, with their links and the sources of these.</param>
internal sealed record LiveStory(
    long Id,
    long Number,
    string Slug,
    string Language,
    DateTime PublishedUtc,
    string Headline,
    string Text,
    IReadOnlyList<Statement> Statements
)
{
    /// <summary>A story that is published and its version with all that belongs to it, as they are about to be written.</summary>
    public static LiveStory Of(Story story, StoryVersion version) =>
        new(
            story.Id,
            story.Number,
            story.Slug,
            story.Language,
            story.PublishedUtc!.Value,
            version.Headline,
            version.Text,
            version.Statements
        );

    /// <summary>Those of the stories from one row to another that are on the site.</summary>
    public static async Task<List<LiveStory>> ReadAsync(NewsDb db, long first, long last, CancellationToken cancellationToken)
    {
        var versions =
            from story in db.Stories
            where story.Id >= first && story.Id <= last
            from version in db.Versions.Where(version => version.StoryId == story.Id && version.Number == story.LiveVersion)
            orderby story.Id
            select new
            {
                version.Id,
                StoryId = story.Id,
                story.Number,
                story.Slug,
                story.Language,
                story.State,
                story.PublishedUtc,
                version.Headline,
                version.Text,
            };
        // Their state is looked at here: SQLite would take the index of states, and with it every story.
        var stories = (await versions.ToListAsync(cancellationToken)).FindAll(story =>
            story is { State: StoryState.Published, PublishedUtc: not null }
        );
        if (stories.Count == 0)
            return [];
        var statements = await StatementsAsync(db, first, last, cancellationToken);
        var byVersion = statements.ToLookup(statement => statement.VersionId);
        return stories.ConvertAll(story => new LiveStory(
            story.StoryId,
            story.Number,
            story.Slug,
            story.Language,
            story.PublishedUtc!.Value,
            story.Headline,
            story.Text,
            [.. byVersion[story.Id]]
        ));
    }

    private static async Task<List<Statement>> StatementsAsync(NewsDb db, long first, long last, CancellationToken cancellationToken)
    {
        // All of it stands in this order in indexes, the number of the version among it: SQLite sorts nothing.
        var live =
            from version in db.Versions
            join story in db.Stories on version.StoryId equals story.Id
            where version.StoryId >= first && version.StoryId <= last && version.Number == story.LiveVersion
            join statement in db.Statements on version.Id equals statement.VersionId
            orderby version.StoryId, version.Number, statement.Ordinal
            select statement;
        var statements = await live.AsNoTracking().ToListAsync(cancellationToken);
        var links = await Links(db, first, last).ToListAsync(cancellationToken);
        var byId = statements.ToDictionary(statement => statement.Id);
        foreach (var link in links)
            if (byId.TryGetValue(link.StatementId, out var statement))
                statement.Hops.Add(link);
        return statements;
    }

    /// <summary>Of the links and their sources what lists show and no more, for each column of each row is paid for.</summary>
    private static IQueryable<StatementHop> Links(NewsDb db, long first, long last) =>
        from version in db.Versions
        join story in db.Stories on version.StoryId equals story.Id
        where version.StoryId >= first && version.StoryId <= last && version.Number == story.LiveVersion
        join statement in db.Statements on version.Id equals statement.VersionId
        from link in statement.Hops
        orderby version.StoryId, version.Number, statement.Ordinal, link.Chain, link.Position
        select new StatementHop
        {
            StatementId = link.StatementId,
            Chain = link.Chain,
            Position = link.Position,
            Name = link.Name,
            Kind = link.Kind,
            Role = link.Role,
            Basis = link.Basis,
            Review = link.Review,
            SourceId = link.SourceId,
            IdentityId = link.IdentityId,
            IdentityBasis = link.IdentityBasis,
            IdentityReview = link.IdentityReview,
            Source = link.SourceId == null ? null : new Source { Name = link.Name, Slug = link.Source!.Slug },
            Identity =
                link.IdentityId == null
                    ? null
                    : new Source
                    {
                        Name = link.Identity!.Name,
                        Kind = link.Identity.Kind,
                        Slug = link.Identity.Slug,
                    },
        };
}
