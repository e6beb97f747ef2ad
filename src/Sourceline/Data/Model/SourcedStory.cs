namespace Sourceline.Data;

/// <summary>
/// What lists of what leans on a source tell of a story: kept by <see cref="Statements.LeanKeeper"/> beside its leans, so that a list of half the
/// archive reads one row a story, and neither versions nor statements. See docs/decisions/0022-dependency-snapshots.md.
/// </summary>
public sealed class SourcedStory
{
    public long StoryId { get; set; }

    public Story? Story { get; set; }

    /// <summary>As <see cref="Statements.Telling"/> writes it.</summary>
    public required byte[] Telling { get; set; }
}
