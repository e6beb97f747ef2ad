namespace Sourceline.Data.Model;

/// <summary>
/// What the lists of dependent stories show of a story: kept by <c>DependencyProjection</c> beside its dependencies, so that a list of half the
/// archive reads one row a story, and neither versions nor statements. See docs/decisions/0022-dependency-snapshots.md.
/// </summary>
public sealed class StoredSnapshot
{
    public long StoryId { get; set; }

    public Story? Story { get; set; }

    /// <summary>As <c>DependencySnapshot</c> writes it.</summary>
    public required byte[] Snapshot { get; set; }
}
