using Sourceline.Attribution;
using Sourceline.Statements;

namespace Sourceline.Desk;

/// <summary>The fields with which an editor mends or inserts a link.</summary>
public sealed class MendFields
{
    public string? Name { get; set; }

    public SourceKind Kind { get; set; }

    public string? Role { get; set; }

    public Basis Basis { get; set; }

    /// <summary>The words of the text that name the source.</summary>
    public string? Words { get; set; }

    public LinkMend ToMend() => new(Name ?? "", Kind, Role, Basis, Words);
}
