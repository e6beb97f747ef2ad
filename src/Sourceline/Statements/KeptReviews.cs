using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>What editors said of a statement, carried to the same statement of the next version.</summary>
internal static class KeptReviews
{
    /// <summary>Whether an editor has said anything about the statement or a link of it.</summary>
    public static bool Touched(Statement statement) =>
        statement.Review != Review.Proposed || statement.ReviewedBy is not null
        || statement.Links.Any(link => link.Review != Review.Proposed || link.IdentityReview != Review.Proposed);

    /// <summary>The link as the editor left it, at its place in the new text.</summary>
    /// <param name="link">The link of the version before.</param>
    /// <param name="again">The same link as found in the new text; null for one that an editor put in.</param>
    /// <param name="moved">How far the statement has moved, in UTF-16 code units.</param>
    public static StatementLink Copy(StatementLink link, StatementLink? again, int moved) => new()
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
