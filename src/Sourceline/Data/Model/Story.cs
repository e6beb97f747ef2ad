using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>A numbered, dated, categorised piece. Its text lives in immutable <see cref="StoryVersion"/>s.</summary>
public sealed class Story
{
    public long Id { get; set; }

    /// <summary>The public number: rising, never reused, the address <c>/18343</c>.</summary>
    public long Number { get; set; }

    /// <summary>Who gave <see cref="OriginId"/>: a host name, a feed, or <c>desk</c> for what is written here.</summary>
    [MaxLength(200)]
    public required string Origin { get; set; }

    /// <summary>The identifier at the origin; with <see cref="Origin"/> it is unique.</summary>
    [MaxLength(400)]
    public required string OriginId { get; set; }

    /// <summary>Where it stood or stands elsewhere.</summary>
    [MaxLength(2000)]
    public string? OriginUrl { get; set; }

    /// <summary>The version that the origin counts, where it does; a lower one that comes later is not taken.</summary>
    public int? OriginVersion { get; set; }

    /// <summary>When the origin last changed what was taken from it, where it says so; what it changed earlier and sends later is not taken.</summary>
    public DateTime? OriginUpdatedUtc { get; set; }

    /// <summary>SHA-256 of all that the origin sent last, in hex: equal means unchanged there, whatever the desk has made of it since.</summary>
    [MaxLength(64)]
    public string? OriginHash { get; set; }

    public StoryState State { get; set; }

    public int CategoryId { get; set; }

    public Category? Category { get; set; }

    /// <summary>BCP 47.</summary>
    [MaxLength(35)]
    public required string Language { get; set; }

    /// <summary>Stories with the same key are translations of one another; null for a story that has none.</summary>
    [MaxLength(64)]
    public string? TranslationKey { get; set; }

    /// <summary>An editor has decided on <see cref="TranslationKey"/>; what the origin says of translations is no longer taken.</summary>
    public bool TranslationByDesk { get; set; }

    /// <summary>Decoration behind the number; follows the live headline.</summary>
    [MaxLength(120)]
    public required string Slug { get; set; }

    public List<string> Tags { get; set; } = [];

    /// <summary>The newest version, public or not.</summary>
    public int LatestVersion { get; set; }

    /// <summary>The version that readers see, or saw last; null for a story that was never public, which only this tells.</summary>
    public int? LiveVersion { get; set; }

    /// <summary>The date that the page shows: first publication. What waits may have the date that it came with.</summary>
    public DateTime? PublishedUtc { get; set; }

    /// <summary>The last change that readers are told of.</summary>
    public DateTime? UpdatedUtc { get; set; }

    /// <summary>When a scheduled or embargoed story publishes itself; on a draft, the embargo that publishing it would have to keep.</summary>
    public DateTime? DueUtc { get; set; }

    public DateTime ReceivedUtc { get; set; }

    /// <summary>Approved replies, kept and not counted on request.</summary>
    public int ReplyCount { get; set; }

    /// <summary>Why it was killed, withheld, taken down or unpublished; shown with the notice.</summary>
    [MaxLength(1000)]
    public string? Notice { get; set; }

    /// <summary>Rises with every change, so that two editors do not overwrite one another.</summary>
    [ConcurrencyCheck]
    public int Revision { get; set; }

    public List<StoryVersion> Versions { get; } = [];
}

/// <summary>Where a story stands. What is not <see cref="Published"/> shows no text to the public.</summary>
public enum StoryState
{
    Draft,
    Scheduled,
    Embargoed,
    Published,
    Withheld,
    Killed,
    TakenDown,
    Unpublished,
}
