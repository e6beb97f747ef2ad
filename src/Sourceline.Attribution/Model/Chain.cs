using System.Collections.Immutable;

namespace Sourceline.Attribution.Model;

/// <summary>
/// The path of a statement from this publication to who said it, nearest hand first. The publication itself is not a link.
/// A chain that ends in an outlet says that who told the outlet is not stated; nothing is made up to fill the gap.
/// </summary>
/// <param name="Hops">The hands, nearest first, never empty.</param>
public sealed record Chain(ImmutableArray<Hop> Hops)
{
    /// <summary>The last link: who said it, as far as the text tells.</summary>
    public Hop End => Hops[^1];
}

/// <summary>One hand of a <see cref="Chain"/>.</summary>
public sealed record Hop
{
    /// <summary>
    /// For a named source its fullest name in the text ("Sergei Ryabkov", "Associated Press"), without titles; for a referring or
    /// unnamed one its words ("He", "the report", "a senior diplomat").
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Other names that the text gives for the same source, such as the abbreviation "AP". Never null.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>
    /// The title or role that the text gives, such as "Russia's Deputy Foreign Minister"; for an outlet what the text calls it, such as
    /// "newspaper". Null where it gives none.
    /// </summary>
    public string? Role { get; init; }

    /// <summary>
    /// Whether <see cref="Name"/> is a proper name that the text gives ("Reuters", "Sergei Ryabkov"). False for whatever refers or is
    /// generic, of any kind: "he", "the newspaper", "a study", "the president's office". Only a named link can be looked up elsewhere.
    /// </summary>
    public bool IsNamed { get; init; }

    /// <summary>What kind of source this is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>How the text gives this link.</summary>
    public required Basis Basis { get; init; }

    /// <summary>The words that name the source: of this statement where the link is stated, of the earlier mention where it is carried.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Who a referring or unnamed source is. Null for a named source and where it is not known.</summary>
    public Identity? Identity { get; init; }

    /// <summary>How likely the link is right, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>Who a referring or unnamed source is: "he" is Sergei Ryabkov.</summary>
public sealed record Identity
{
    /// <summary>The fullest name in the text, without titles.</summary>
    public required string Name { get; init; }

    /// <summary>Other names that the text gives. Never null.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What kind of source this is; never <see cref="SourceKind.Unnamed"/>.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary><see cref="Basis.Carried"/> for a reference such as "he" or "the report"; <see cref="Basis.Inferred"/> for an unnamed source.</summary>
    public required Basis Basis { get; init; }

    /// <summary>The mention that it rests on.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>How likely it is right, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>How the text gives a link or an identity.</summary>
public enum Basis
{
    /// <summary>In these very words.</summary>
    Stated,

    /// <summary>From the context: the outlet of the paragraphs before goes on being reported.</summary>
    Carried,

    /// <summary>By inference: plausible, yet not said.</summary>
    Inferred,
}

/// <summary>What kind of source is cited.</summary>
public enum SourceKind
{
    /// <summary>A named person.</summary>
    Person,

    /// <summary>A news outlet: agency, newspaper, magazine, broadcaster, site.</summary>
    Outlet,

    /// <summary>A ministry, company, party, court, government.</summary>
    Organisation,

    /// <summary>A report, letter, filing, statement or poll.</summary>
    Document,

    /// <summary>A reporter of this publication.</summary>
    Reporter,

    /// <summary>Somebody whom the text does not name: "a senior diplomat", "officials", "he".</summary>
    Unnamed,
}
