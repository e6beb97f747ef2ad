using System.Collections.Immutable;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing;

/// <summary>"Two people told Averil Wire", in Averil Wire: the site itself is where every chain begins, and no hand of it.</summary>
internal static class OwnSiteHop
{
    public static Reading LeftOut(Reading reading, string siteName)
    {
        var own = SourceName.Folded(siteName);
        if (!reading.Statements.Any(statement => statement.Chains.Any(chain => IsOwn(chain.Hops[0], own))))
            return reading;
        return reading with
        {
            Statements = [.. reading.Statements.Select(statement => statement with { Chains = Without(statement.Chains, own) })],
        };
    }

    private static ImmutableArray<Chain> Without(ImmutableArray<Chain> chains, string own) =>
        [.. chains.Select(chain => IsOwn(chain.Hops[0], own) ? new Chain(chain.Hops[1..]) : chain).Where(chain => chain.Hops.Length > 0)];

    private static bool IsOwn(Hop link, string own) => SourceName.Folded(link.Identity?.Name ?? link.Name) == own;
}
