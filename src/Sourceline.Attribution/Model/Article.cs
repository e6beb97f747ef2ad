namespace Sourceline.Attribution.Model;

/// <summary>A text to be read for statements.</summary>
/// <param name="Text">
/// Headline, lead and body as plain text, paragraphs parted by an empty line. Every offset in a <see cref="Reading"/> counts
/// UTF-16 code units of this string. No longer than <see cref="Attributor.LongestText"/>.
/// </param>
public sealed record Article(string Text)
{
    /// <summary>The day of publication where the publisher is; days such as "on Tuesday" are resolved against it. Null leaves them unresolved.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The language as a BCP 47 tag, such as <c>en</c> or <c>fa</c>. Null lets the text decide.</summary>
    public string? Language { get; init; }
}
