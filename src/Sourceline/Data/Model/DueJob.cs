using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>Work that is due at a time. A node claims it by lease (<see cref="DueWork"/>), so that two never do it at once.</summary>
public sealed class DueJob
{
    public long Id { get; set; }

    public DueJobKind Kind { get; set; }

    public long StoryId { get; set; }

    public DateTime DueUtc { get; set; }

    /// <summary>The node that works on it, until <see cref="LeaseUntilUtc"/>.</summary>
    [MaxLength(100)]
    public string? LeaseOwner { get; set; }

    public DateTime? LeaseUntilUtc { get; set; }

    public int Attempts { get; set; }

    [MaxLength(1000)]
    public string? LastError { get; set; }
}

/// <summary>What is to be done.</summary>
public enum DueJobKind
{
    /// <summary>Publish a scheduled or embargoed story.</summary>
    Publish,
}
