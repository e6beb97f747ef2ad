using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Settings;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Sourcing;

/// <summary>What readers are told of what was found: the one rule for pages, source pages, feeds and leans.</summary>
public static class ReaderVisibility
{
    /// <summary>Whether a statement is shown: confirmed by an editor, or proposed with confidence enough where the site shows such.</summary>
    public static bool Shows(Statement statement, StatementOptions options)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(options);
        return statement.Review switch
        {
            Review.Confirmed => true,
            Review.Proposed => options.ShowUnconfirmed && statement.Confidence >= options.MinimumConfidence,
            _ => false,
        };
    }

    /// <summary>The leans of which readers are shown a statement; what else leans does not show that its source is known here.</summary>
    public static IQueryable<Dependency> ShownToReaders(this IQueryable<Dependency> leans, StatementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.ShowUnconfirmed)
            return leans.Where(lean => lean.Confirmed);
        var least = options.MinimumConfidence;
        return leans.Where(lean => lean.Confirmed || lean.Confidence >= least);
    }

    /// <summary>Whether it is told who a referring or unnamed source is; an inferred identity once an editor has confirmed it.</summary>
    public static bool ShowsIdentity(StatementHop link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return ShowsIdentity(link.IdentityBasis, link.IdentityReview);
    }

    /// <inheritdoc cref="ShowsIdentity(StatementHop)"/>
    public static bool ShowsIdentity(Basis basis, Review review) =>
        review == Review.Confirmed || (review == Review.Proposed && basis != Basis.Inferred);

    /// <summary>Whom a link means for readers: its named source, or who a reference is where that is told; null where neither is known.</summary>
    public static long? SourceOf(StatementHop link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return SourceOf(link.SourceId, link.IdentityId, link.IdentityBasis, link.IdentityReview);
    }

    /// <inheritdoc cref="SourceOf(StatementHop)"/>
    public static long? SourceOf(long? sourceId, long? identityId, Basis identityBasis, Review identityReview) =>
        sourceId ?? (ShowsIdentity(identityBasis, identityReview) ? identityId : null);
}
