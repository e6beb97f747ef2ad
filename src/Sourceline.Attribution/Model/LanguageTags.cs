using System.Diagnostics.CodeAnalysis;

namespace Sourceline.Attribution.Model;

/// <summary>What language tags (BCP 47) say of a text.</summary>
public static class LanguageTags
{
    /// <summary>BCP 47's tag for an undetermined language.</summary>
    internal const string Unknown = "und";

    /// <summary>Whether a tag names one language (section 2.2.1).</summary>
    /// <param name="tag">As a sender wrote it; blanks around it do not count. <c>und</c>, <c>mul</c>, <c>zxx</c> and <c>mis</c> leave the language open, and a first part of more than three letters is no tag in use.</param>
    public static bool NameOne([NotNullWhen(true)] string? tag) =>
        tag is not null
        && Primary(tag.Trim()) is { Length: 2 or 3 } primary
        && primary.All(char.IsAsciiLetter)
        && primary is not (Unknown or "mul" or "zxx" or "mis");

    /// <summary>The language without region and script, in small letters: <c>en</c> of <c>en-GB</c> and of <c>en_GB</c>.</summary>
    /// <param name="tag">A tag.</param>
    public static string Primary(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Split('-', '_')[0].ToLowerInvariant();
    }
}
