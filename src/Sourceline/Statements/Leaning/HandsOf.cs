using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>Reads statements as far as they tell on whom a story leans.</summary>
internal static class HandsOf
{
    /// <summary>Those of the live versions of the stories behind one row, up to another; each story's in the order of its text.</summary>
    public static async Task<List<(long StoryId, HandedStatement Statement)>> LiveAsync(NewsDb db, long after, long last, CancellationToken cancellationToken)
    {
        var links = from version in db.Versions
                    join story in db.Stories on version.StoryId equals story.Id
                    where version.StoryId > after && version.StoryId <= last && version.Number == story.LiveVersion
                    join statement in db.Statements on version.Id equals statement.VersionId
                    where statement.Review != Review.Rejected
                    from link in statement.Links
                    where link.Review != Review.Rejected
                    // All of it stands in this order in indexes, the number of the version among it: SQLite sorts nothing.
                    orderby version.StoryId, version.Number, statement.Ordinal, link.Chain, link.Position
                    select new
                    {
                        version.StoryId, statement.Id, statement.Review, statement.Confidence, link.Chain,
                        link.SourceId, link.IdentityId, link.IdentityBasis, link.IdentityReview,
                    };
        return (await links.ToListAsync(cancellationToken)).GroupBy(link => link.Id)
            .Select(statement => (statement.First().StoryId, new HandedStatement(statement.First().Review, statement.First().Confidence,
                [.. statement.Select(link => new Hand(link.Chain, ReaderRule.SourceOf(link.SourceId, link.IdentityId, link.IdentityBasis, link.IdentityReview)))]))).ToList();
    }
}
