namespace Sourceline.Data.Model;

/// <summary>How many live stories depend on a source: kept by <c>DependencyCountChanges</c> in the transaction of each act, never counted on request.</summary>
public sealed class DependencyCount
{
    public long SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>All of them.</summary>
    public int Stories { get; set; }

    public int SoleSource { get; set; }

    public int OneOfSeveral { get; set; }

    public int Background { get; set; }
}
