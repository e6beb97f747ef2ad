using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>One item as it was received, for proof of what the sender wrote. Archive files are not kept: they hold readers' e-mails.</summary>
public sealed class WireItem
{
    public long Id { get; set; }

    public long StoryId { get; set; }

    /// <summary>The version of the story that it became.</summary>
    public int Version { get; set; }

    [MaxLength(40)]
    public required string Format { get; set; }

    /// <summary>The path's last part or the address that it was read from.</summary>
    [MaxLength(2000)]
    public required string ReadFrom { get; set; }

    /// <summary>The how manieth item there, 1 and up.</summary>
    public long Item { get; set; }

    public long PayloadId { get; set; }

    public Payload? Payload { get; set; }

    public DateTime ReceivedUtc { get; set; }
}

/// <summary>Received bytes, kept byte for byte and once, however many items they hold.</summary>
public sealed class Payload
{
    public long Id { get; set; }

    /// <summary>SHA-256 in hex; unique.</summary>
    [MaxLength(64)]
    public required string Hash { get; set; }

    public required byte[] Bytes { get; set; }
}
