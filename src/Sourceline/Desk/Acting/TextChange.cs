namespace Sourceline.Desk.Acting;

/// <summary>Something that was added or removed between two versions of a story.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Words">The paragraph, the words of the link, or the description of the picture.</param>
/// <param name="IsNew">It was added; otherwise it was removed.</param>
public sealed record TextChange(ChangedPart Part, string Words, bool IsNew)
{
    /// <summary>Where the link leads or the picture comes from; empty for a paragraph.</summary>
    public string Url { get; init; } = "";

    /// <summary>The paragraph in parts, those that differ from its other form marked; null for links and pictures.</summary>
    public IReadOnlyList<TextRun>? Runs { get; init; }
}

/// <summary>A part of a changed paragraph.</summary>
public sealed record TextRun(string Words, bool IsChanged);

/// <summary>What has changed.</summary>
public enum ChangedPart
{
    Paragraph,
    Link,
    Picture,
}
