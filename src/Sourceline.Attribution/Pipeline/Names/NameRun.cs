using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>A proper name as it stands in the text.</summary>
/// <param name="Whole">With the title before it and the noun or the bracket behind it.</param>
/// <param name="Core">The name alone.</param>
/// <param name="Role">The title or role before the name, without an article.</param>
/// <param name="OutletNoun">"newspaper" where such a word follows.</param>
/// <param name="Alias">The abbreviation that a bracket gives.</param>
internal sealed record NameRun(TokenRange Whole, TokenRange Core, string? Role, string? OutletNoun, string? Alias)
{
    /// <summary>Who it is; set once all names of the text are known.</summary>
    public Entity? Entity { get; set; }
}
