using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>A reader's comment under a story.</summary>
public sealed class Reply
{
    public long Id { get; set; }

    public long StoryId { get; set; }

    public Story? Story { get; set; }

    public long? ParentId { get; set; }

    public Reply? Parent { get; set; }

    [MaxLength(100)]
    public required string Name { get; set; }

    /// <summary>
    /// Encrypted by <see cref="EmailCipher"/> with keys outside the database. Read only where an editor asks for this one, and to
    /// know a button pressed twice; null
    /// for an imported reply without one.
    /// </summary>
    public byte[]? ProtectedEmail { get; set; }

    /// <summary>Plain text; never HTML.</summary>
    public required string Body { get; set; }

    public ReplyState State { get; set; }

    public DateTime WrittenUtc { get; set; }

    /// <summary>Where an imported reply came from; unique with <see cref="OriginId"/>.</summary>
    [MaxLength(200)]
    public string? Origin { get; set; }

    [MaxLength(200)]
    public string? OriginId { get; set; }

    [MaxLength(256)]
    public string? DecidedBy { get; set; }

    public DateTime? DecidedUtc { get; set; }
}

/// <summary>What became of a reply.</summary>
public enum ReplyState
{
    Held,
    Approved,
    Rejected,
    Spam,
}
