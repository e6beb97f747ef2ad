using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>An outlet whose report goes on, with the mention that it rests on and the words that made it one.</summary>
internal sealed record CarriedHop(Entity Entity, TextSpan Span, int Paragraph, TokenRange Because)
{
    /// <summary>Whom alone the outlet heard: what Brand told Reuters makes nobody else's words Reuters'. Null where the whole report is its own.</summary>
    public Entity? OnlyFor { get; init; }
}
