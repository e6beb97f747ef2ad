namespace Sourceline.Stories.Publishing;

/// <summary>What is known about one act when it is applied to a story.</summary>
/// <param name="By">Who does it.</param>
/// <param name="Actor">The name for the log.</param>
/// <param name="AtUtc">When.</param>
internal sealed record ActEffect(Actors By, string Actor, DateTime AtUtc)
{
    /// <summary>For the log; where the act takes the story from readers, also the notice in its place.</summary>
    public string? Reason { get; init; }

    /// <summary>What readers are told of a new text.</summary>
    public string? Note { get; init; }

    /// <summary>The time that the act sets: when the story publishes itself, or its date.</summary>
    public DateTime? TimeUtc { get; init; }

    /// <summary>The headline of the newest version; only an act that puts it before readers asks for it.</summary>
    public string? Headline { get; init; }

    /// <summary>The story's date at its origin.</summary>
    public DateTime? OriginDateUtc { get; init; }

    /// <summary>The story's last change at its origin.</summary>
    public DateTime? OriginUpdatedUtc { get; init; }

    /// <summary>The version that the act is about; null for the one that follows from the act.</summary>
    public int? Version { get; init; }

    /// <summary>The reply or statement that the act is about.</summary>
    public long? SubjectId { get; init; }
}
