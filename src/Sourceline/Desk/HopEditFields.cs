using Sourceline.Attribution.Model;
using Sourceline.Stories.Reviewing;

namespace Sourceline.Desk;

/// <summary>The fields with which an editor mends or inserts a link.</summary>
public sealed class HopEditFields
{
    public string? Name { get; set; }

    public SourceKind Kind { get; set; }

    public string? Role { get; set; }

    public Basis Basis { get; set; }

    /// <summary>The words of the text that name the source.</summary>
    public string? Words { get; set; }

    public HopEdit ToMend() => new(Name ?? "", Kind, Role, Basis, Words);
}
