using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Stories.Reviewing;

namespace Sourceline.Desk;

/// <summary>The fields with which an editor adds or edits a hop, or says who a source is.</summary>
public sealed class HopEditFields
{
    public string? Name { get; set; }

    public SourceKind Kind { get; set; }

    public string? Role { get; set; }

    public Basis Basis { get; set; }

    /// <summary>The words of the text that name the source.</summary>
    public string? Words { get; set; }

    /// <summary>The fields of a hop as it is.</summary>
    /// <param name="hop">The hop.</param>
    /// <param name="text">The text of its version.</param>
    public static HopEditFields Of(StatementHop hop, string text)
    {
        ArgumentNullException.ThrowIfNull(hop);
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            Name = hop.Name,
            Kind = hop.Kind,
            Role = hop.Role,
            Basis = hop.Basis,
            Words = hop.SpanEnd > hop.SpanStart && hop.SpanEnd <= text.Length ? text[hop.SpanStart..hop.SpanEnd] : "",
        };
    }

    /// <summary>The fields of who a source is.</summary>
    public static HopEditFields OfIdentity(StatementHop hop)
    {
        ArgumentNullException.ThrowIfNull(hop);
        return new()
        {
            Name = hop.Identity?.Name,
            Kind = hop.Identity?.Kind ?? SourceKind.Person,
            Basis = hop.Identity is null ? Basis.Inferred : hop.IdentityBasis,
        };
    }

    public HopEdit ToEdit() => new(Name ?? "", Kind, Role, Basis, Words);
}
