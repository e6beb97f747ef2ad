namespace Sourceline.Data.Model;

/// <summary>
/// A live story depends on a source. Derived from the chains of the live version by <c>DependencyProjection</c>, in the
/// transaction of the act that changes them, so that a source's stories are listed and not searched for.
/// </summary>
public sealed class Dependency
{
    public long SourceId { get; set; }

    public Source? Source { get; set; }

    public long StoryId { get; set; }

    public Story? Story { get; set; }

    public DependencyKind Kind { get; set; }

    /// <summary>How many statements of the story end with this source: it said them.</summary>
    public int Said { get; set; }

    /// <summary>How many it passed on.</summary>
    public int Relayed { get; set; }

    /// <summary>An editor confirmed one of these statements.</summary>
    public bool Confirmed { get; set; }

    /// <summary>The highest confidence of those that no editor has confirmed, 0 to 1; with it a list knows what readers may be shown.</summary>
    public double Confidence { get; set; }

    /// <summary>The story's, for paging newest first.</summary>
    public DateTime PublishedUtc { get; set; }
}

/// <summary>How much a story depends on a source.</summary>
public enum DependencyKind
{
    /// <summary>Every statement of the headline and the lead came from or through it alone, or every statement of the story did.</summary>
    SoleSource,

    /// <summary>Others have part in the headline and the lead as well, or it has part in the body only.</summary>
    OneOfSeveral,

    /// <summary>A single statement among many, late in the text.</summary>
    Background,
}
