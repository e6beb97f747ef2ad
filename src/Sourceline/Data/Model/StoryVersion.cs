using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>The text of a story as it stood once. Never changed after it is written.</summary>
public sealed class StoryVersion
{
    public long Id { get; set; }

    public long StoryId { get; set; }

    public Story? Story { get; set; }

    /// <summary>1 and up within the story.</summary>
    public int Number { get; set; }

    [MaxLength(500)]
    public required string Headline { get; set; }

    [MaxLength(4000)]
    public string? Lead { get; set; }

    /// <summary>Sanitised and normalised by <c>StoryHtml</c>; safe to send as it is.</summary>
    public required string BodyHtml { get; set; }

    /// <summary>The canonical plain text: headline, lead and body, parted by empty lines. Statement spans count its UTF-16 code units.</summary>
    public required string Text { get; set; }

    [MaxLength(300)]
    public string? Byline { get; set; }

    /// <summary>The place of the dateline.</summary>
    [MaxLength(200)]
    public string? Place { get; set; }

    /// <summary>SHA-256 of all that makes a version, in hex: equal means unchanged.</summary>
    [MaxLength(64)]
    public required string ContentHash { get; set; }

    public DateTime CreatedUtc { get; set; }

    [MaxLength(256)]
    public required string CreatedBy { get; set; }

    public AttributionState Attribution { get; set; }

    /// <summary>Who was asked and said nothing, in the order of the text.</summary>
    public VersionAnswer[] Answers { get; set; } = [];

    /// <summary>In the order of their content.</summary>
    public List<Statement> Statements { get; } = [];
}

/// <summary>Whether a version's statements have been looked for.</summary>
public enum AttributionState
{
    Pending,
    Ready,

    /// <summary>The reading failed; the story went on without, and the desk shows a flag.</summary>
    Failed,
}
