using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing;

/// <summary>What editors said of a statement, carried to the same statement of the next version.</summary>
internal static class CarriedReviews
{
    /// <summary>Whether an editor has said anything about the statement or a link of it.</summary>
    public static bool Touched(Statement statement) =>
        statement.Review != Review.Proposed
        || statement.ReviewedBy is not null
        || statement.Hops.Any(link => link.Review != Review.Proposed || link.IdentityReview != Review.Proposed);

    /// <summary>The statements of the newest and of the live version, those that an editor has touched first; not tracked.</summary>
    public static async Task<List<Statement>> OfAsync(NewsDb db, Story story, CancellationToken cancellationToken)
    {
        var statements = await db
            .Statements.AsNoTracking()
            .Include(s => s.Hops)
            .Include(s => s.Version)
            .Where(s => s.StoryId == story.Id && (s.Version!.Number == story.LatestVersion || s.Version.Number == story.LiveVersion))
            .ToListAsync(cancellationToken);
        return [.. statements.OrderByDescending(Touched).ThenByDescending(s => s.Version!.Number)];
    }

    /// <summary>What was said of the live version's statements is said of the version that takes its place, where nobody has said anything there.</summary>
    public static async Task CarryAsync(NewsDb db, long storyId, int liveVersion, long toVersionId, CancellationToken cancellationToken)
    {
        var live = (
            await db
                .Statements.AsNoTracking()
                .Include(s => s.Hops)
                .Where(s => s.StoryId == storyId && s.Version!.Number == liveVersion)
                .ToListAsync(cancellationToken)
        )
            .Where(Touched)
            .GroupBy(s => s.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        if (live.Count == 0)
            return;
        foreach (
            var statement in await db.Statements.Include(s => s.Hops).Where(s => s.VersionId == toVersionId).ToListAsync(cancellationToken)
        )
        {
            if (!Touched(statement) && live.TryGetValue(statement.Key, out var known) && known.Evidence == statement.Evidence)
                Keep(statement, known);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>An editor's links replace the proposed ones; only their places in the text are the new ones.</summary>
    public static void Keep(Statement statement, Statement known)
    {
        if (!Touched(known))
            return;
        var moved = statement.Content[0].Start - known.Content[0].Start;
        var proposed = statement.Hops.ToDictionary(link => (link.Chain, link.Position));
        var kept = new List<StatementHop>(known.Hops.Count);
        foreach (var link in known.Hops)
        {
            var again = proposed.GetValueOrDefault((link.Chain, link.Position));
            kept.Add(Copy(link, again?.Name == link.Name ? again : null, moved));
        }
        statement.Hops.Clear();
        statement.Hops.AddRange(kept);
        statement.Polarity = known.Polarity;
        statement.Review = known.Review;
        statement.ReviewedBy = known.ReviewedBy;
        statement.ReviewedUtc = known.ReviewedUtc;
    }

    /// <summary>The link as the editor left it, at its place in the new text.</summary>
    /// <param name="link">The link of the version before.</param>
    /// <param name="again">The same link as found in the new text; null for one that an editor put in.</param>
    /// <param name="moved">How far the statement has moved, in UTF-16 code units.</param>
    private static StatementHop Copy(StatementHop link, StatementHop? again, int moved) =>
        new()
        {
            Chain = link.Chain,
            Position = link.Position,
            Name = link.Name,
            Kind = link.Kind,
            Role = link.Role,
            Basis = link.Basis,
            SpanStart = again?.SpanStart ?? Math.Max(0, link.SpanStart + moved),
            SpanEnd = again?.SpanEnd ?? Math.Max(0, link.SpanEnd + moved),
            Confidence = link.Confidence,
            SourceId = link.SourceId,
            Review = link.Review,
            IdentityId = link.IdentityId,
            IdentityBasis = link.IdentityBasis,
            IdentityConfidence = link.IdentityConfidence,
            IdentityReview = link.IdentityReview,
        };
}
