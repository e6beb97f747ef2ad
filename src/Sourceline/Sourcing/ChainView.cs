using Sourceline.Attribution.Model;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing;

/// <summary>One hand on a line, ready to be drawn.</summary>
/// <param name="Name">The name, or the words for a referring or unnamed source.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Role">"newspaper", "Deputy Foreign Minister"; null where not known.</param>
/// <param name="Basis">How the text gives it.</param>
/// <param name="Confirmed">Whether an editor has confirmed it.</param>
/// <param name="Slug">Its source page's; null for one without.</param>
/// <param name="Identity">Who a referring or unnamed source is, where known and to be shown.</param>
public sealed record HopView(string Name, SourceKind Kind, string? Role, Basis Basis, bool Confirmed, string? Slug, HopView? Identity)
{
    /// <summary>What it is once known who it is.</summary>
    public SourceKind KnownKind => Identity?.Kind ?? Kind;
}

/// <summary>A chain as a line of stations, nearest hand first.</summary>
/// <param name="Hops">Never empty.</param>
/// <param name="Confirmed">Every link was confirmed by an editor.</param>
public sealed record ChainView(IReadOnlyList<HopView> Hops, bool Confirmed)
{
    public HopView End => Hops[^1];

    /// <summary>The line ends in an outlet: no source of it is known, and nothing is made up to fill the gap.</summary>
    public bool IsOpen => End.KnownKind == SourceKind.Outlet;

    /// <summary>How many stations are drawn: this site, the hops, who they are, and the gap at an open end.</summary>
    public int Length => 1 + Hops.Count + Hops.Count(hop => hop.Identity is not null) + (IsOpen ? 1 : 0);

    /// <summary>Whether two chains are drawn alike: the same hops, known in the same way.</summary>
    public bool IsSameAs(ChainView other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Confirmed == other.Confirmed && Hops.SequenceEqual(other.Hops);
    }

    /// <summary>
    /// The lines of a statement. Links that an editor rejected are left out. For readers an inferred identity is left out too, until
    /// an editor has confirmed it.
    /// </summary>
    /// <param name="links">Of one statement, with their sources and identities loaded.</param>
    /// <param name="forReaders">Whether readers see it, rather than staff.</param>
    public static IReadOnlyList<ChainView> Of(IEnumerable<StatementHop> links, bool forReaders)
    {
        ArgumentNullException.ThrowIfNull(links);
        return
        [
            .. links
                .Where(link => link.Review != Review.Rejected)
                .GroupBy(link => link.Chain)
                .OrderBy(chain => chain.Key)
                .Select(chain => Line([.. chain.OrderBy(link => link.Position)], forReaders)),
        ];
    }

    private static ChainView Line(IReadOnlyList<StatementHop> chain, bool forReaders) =>
        new([.. chain.Select(link => StationOf(link, forReaders))], chain.All(link => link.Review == Review.Confirmed));

    private static HopView StationOf(StatementHop link, bool forReaders) =>
        new(
            link.Name,
            link.Kind,
            link.Role,
            link.Basis,
            link.Review == Review.Confirmed,
            link.Source?.Slug,
            ShowsIdentity(link, forReaders) ? IdentityOf(link, link.Identity!) : null
        );

    /// <summary>Whether it is shown who a referring or unnamed source is.</summary>
    private static bool ShowsIdentity(StatementHop link, bool forReaders) =>
        link.IdentityId is not null && (forReaders ? ReaderVisibility.ShowsIdentity(link) : link.IdentityReview != Review.Rejected);

    private static HopView IdentityOf(StatementHop link, Source who) =>
        new(who.Name, who.Kind, null, link.IdentityBasis, link.IdentityReview == Review.Confirmed, who.Slug, null);
}
