using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>A phrase that names who says something, parted into what the chain needs.</summary>
/// <param name="Range">The whole phrase.</param>
/// <param name="Head">What the link's span shows: the name, or the phrase without what hangs behind a comma.</param>
/// <param name="Run">The name, where it holds one at its head.</param>
/// <param name="Noun">The head noun in lower case where there is no name.</param>
internal sealed record SourcePhrase(TokenRange Range, TokenRange Head, NameRun? Run, string Noun)
{
    /// <summary>"he", "she", "they", "it", "who" or null.</summary>
    public string? Pronoun { get; init; }

    /// <summary>"the", "this", "its": the phrase refers to somebody known.</summary>
    public bool Definite { get; init; }

    /// <summary>"her manager": somebody of somebody's, not yet named.</summary>
    public bool IsOwned { get; init; }

    /// <summary>A role given behind the name or, for "a diplomat, Ole Brand", before it.</summary>
    public string? Role { get; init; }

    public SourceKind Kind => Run?.Entity is { } entity ? entity.Kind : KindOfNoun;

    public bool IsOutlet => Kind == SourceKind.Outlet || IsPiece;

    /// <summary>"the report": a piece that an outlet may have carried.</summary>
    public bool IsPiece => Run is null && Outlets.Pieces.Contains(Noun);

    private SourceKind KindOfNoun =>
        this switch
        {
            { Pronoun: not null } => SourceKind.Unnamed,
            _ when IsOutletNoun => SourceKind.Outlet,
            _ when !Definite && Noun is "guard" or "chair" or "partner" or "partners" => SourceKind.Unnamed,
            _ when Documents.Nouns.Contains(Noun) => SourceKind.Document,
            _ when Organisations.Nouns.Contains(Noun) || (Organisations.CompanyNouns.Contains(Noun) && Noun is not "developer") =>
                SourceKind.Organisation,
            _ => SourceKind.Unnamed,
        };

    /// <summary>"the 34-year-old".</summary>
    public bool IsAge => Run is null && Noun.EndsWith("-year-old", StringComparison.Ordinal);

    /// <summary>"the newspaper", "the news agency"; a bare "agency" is an organisation until the context says otherwise.</summary>
    public bool IsOutletNoun { get; init; }
}
