using System.ComponentModel.DataAnnotations;
using Sourceline.Attribution.Model;

namespace Sourceline.Data.Model;

/// <summary>One attribution in one version, as proposed and as an editor left it.</summary>
public sealed class Statement
{
    public long Id { get; set; }

    public long VersionId { get; set; }

    public StoryVersion? Version { get; set; }

    public long StoryId { get; set; }

    /// <summary>1 and up in the order of the text.</summary>
    public int Ordinal { get; set; }

    /// <summary>The same for the same content in another version of the story.</summary>
    [MaxLength(40)]
    public required string Key { get; set; }

    /// <summary>A confirmation is carried to another version only while this is the same there.</summary>
    [MaxLength(40)]
    public required string Evidence { get; set; }

    public StatementKind Kind { get; set; }

    /// <summary>How the source stands to the content: a denial is no assertion.</summary>
    [MaxLength(30)]
    public Polarity Polarity { get; set; }

    /// <summary>Spans count UTF-16 code units of <see cref="StoryVersion.Text"/>.</summary>
    public TextSpan[] Content { get; set; } = [];

    public TextSpan[] Cue { get; set; } = [];

    public TextSpan[] SourceWords { get; set; } = [];

    public TextSpan[] Quotations { get; set; } = [];

    [MaxLength(100)]
    public string? Hedge { get; set; }

    public DateOnly? DateFrom { get; set; }

    public DateOnly? DateTo { get; set; }

    [MaxLength(100)]
    public string? DateWords { get; set; }

    /// <summary>Dates inside what was said, such as "last month", resolved against the day of publication.</summary>
    public ContentDate[] ContentDates { get; set; } = [];

    /// <summary>0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>Whether these words are a statement at all; the links have reviews of their own.</summary>
    public Review Review { get; set; }

    [MaxLength(256)]
    public string? ReviewedBy { get; set; }

    public DateTime? ReviewedUtc { get; set; }

    /// <summary>All links of all chains, by chain, then position.</summary>
    public List<StatementHop> Hops { get; } = [];
}

/// <summary>A date inside what was said.</summary>
/// <param name="From">The first day that it can mean.</param>
/// <param name="To">The last day.</param>
/// <param name="Words">The original words.</param>
public sealed record ContentDate(DateOnly From, DateOnly To, string Words);

/// <summary>One hand of one chain of a statement.</summary>
public sealed class StatementHop
{
    public long Id { get; set; }

    public long StatementId { get; set; }

    public Statement? Statement { get; set; }

    /// <summary>Which chain of the statement, 0 and up.</summary>
    public int Chain { get; set; }

    /// <summary>0 is the hand nearest to this site.</summary>
    public int Position { get; set; }

    /// <summary>The name, or the words for a referring or unnamed source.</summary>
    [MaxLength(300)]
    public required string Name { get; set; }

    public SourceKind Kind { get; set; }

    [MaxLength(300)]
    public string? Role { get; set; }

    public Basis Basis { get; set; }

    public int SpanStart { get; set; }

    public int SpanEnd { get; set; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>Null for a referring or unnamed source.</summary>
    public long? SourceId { get; set; }

    public Source? Source { get; set; }

    public Review Review { get; set; }

    /// <summary>Who a referring or unnamed source is; null where not known.</summary>
    public long? IdentityId { get; set; }

    public Source? Identity { get; set; }

    public Basis IdentityBasis { get; set; }

    public double IdentityConfidence { get; set; }

    public Review IdentityReview { get; set; }
}

/// <summary>What an editor said of something that was found.</summary>
public enum Review
{
    /// <summary>Found automatically; nobody has looked yet.</summary>
    Proposed,
    Confirmed,
    Rejected,
}
