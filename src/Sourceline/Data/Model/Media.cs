using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>A stored file; its bytes lie under its hash in <c>MediaStore</c>.</summary>
public sealed class MediaFile
{
    /// <summary>SHA-256 of the bytes in hex: the key and the address.</summary>
    [MaxLength(64)]
    public required string Hash { get; set; }

    /// <summary>With the dot, from the detected type.</summary>
    [MaxLength(10)]
    public required string Extension { get; set; }

    [MaxLength(100)]
    public required string MediaType { get; set; }

    public long Length { get; set; }

    public DateTime StoredUtc { get; set; }
}

/// <summary>A file of a story, and the address that it was imported from.</summary>
public sealed class StoryMedia
{
    public long Id { get; set; }

    public long? StoryId { get; set; }

    [MaxLength(64)]
    public required string Hash { get; set; }

    public MediaFile? File { get; set; }

    /// <summary>The address at the origin; unique where known.</summary>
    [MaxLength(1000)]
    public string? OriginUrl { get; set; }

    [MaxLength(2000)]
    public string? Caption { get; set; }

    [MaxLength(2000)]
    public string? AltText { get; set; }
}
