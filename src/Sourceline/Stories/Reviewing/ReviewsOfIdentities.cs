using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;

namespace Sourceline.Stories.Reviewing;

/// <summary>Decisions about who a referring or unnamed source is.</summary>
public sealed partial class Reviews
{
    /// <summary>Confirms, rejects or reopens who somebody is said to be.</summary>
    public Task JudgeIdentityAsync(ReviewOf at, long linkId, Review review, CancellationToken cancellationToken) =>
        OnLinkAsync(
            at,
            linkId,
            (statement, link) =>
            {
                if (link.IdentityId is null)
                    throw new ActRefusedException(words => words["refused.identity-missing", link.Name]);
                link.IdentityReview = review;
                return Task.FromResult(
                    words[
                        review switch
                        {
                            Review.Confirmed => "reviewed.identity-confirmed",
                            Review.Rejected => "reviewed.identity-rejected",
                            _ => "reviewed.identity-reopened",
                        },
                        statement.Ordinal,
                        link.Name
                    ]
                );
            },
            cancellationToken
        );

    /// <summary>Says who a referring or unnamed source is, or, with an empty name, that it is not known.</summary>
    /// <param name="at">The story as the editor saw it.</param>
    /// <param name="linkId">The link of the referring or unnamed source.</param>
    /// <param name="name">Empty for not known.</param>
    /// <param name="kind">Never <see cref="SourceKind.Unnamed"/>.</param>
    /// <param name="basis">How it is known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task SetIdentityAsync(
        ReviewOf at,
        long linkId,
        string? name,
        SourceKind kind,
        Basis basis,
        CancellationToken cancellationToken
    ) =>
        OnLinkAsync(
            at,
            linkId,
            async (statement, link) =>
            {
                if (link.Kind != SourceKind.Unnamed)
                    throw new ActRefusedException(words => words["refused.source-named", link.Name]);
                if (Blank(name) is not { } who)
                {
                    ForgetIdentity(link);
                    return words["reviewed.identity-unknown", statement.Ordinal, link.Name];
                }
                if (kind == SourceKind.Unnamed || who.Length > 300)
                    throw new ActRefusedException(words => words["refused.identity-incomplete"]);
                link.Identity = await new SourceRegistry(db).FindOrAddAsync(who, kind, [], cancellationToken);
                (link.IdentityBasis, link.IdentityConfidence, link.IdentityReview) = (basis, 1, Review.Confirmed);
                return words["reviewed.identity-set", statement.Ordinal, link.Name, who];
            },
            cancellationToken
        );

    private static void ForgetIdentity(StatementHop link)
    {
        link.Identity = null;
        link.IdentityId = null;
        link.IdentityConfidence = 0;
        link.IdentityReview = Review.Proposed;
    }
}
