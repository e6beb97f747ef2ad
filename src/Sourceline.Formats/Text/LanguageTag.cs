using System.Text.RegularExpressions;

namespace Sourceline.Formats.Text;

/// <summary>Language tags (BCP 47) as senders write them, or what stands in their place.</summary>
internal static partial class LanguageTag
{
    /// <summary>The tag; null for what is none, such as a language's name or hreflang's <c>x-default</c>.</summary>
    public static string? Of(string? written) => Blank.ToNull(written) is { Length: <= 35 } tag && Shape().IsMatch(tag) ? tag : null;

    /// <summary>Of two tags for the same text the closer one: <c>de-AT</c> for <c>de</c>. Where they contradict each other the first holds.</summary>
    public static string? Closer(string? stated, string? around) =>
        stated is null || around?.StartsWith(stated + "-", StringComparison.OrdinalIgnoreCase) == true ? around : stated;

    /// <summary>The language without region and script: <c>de</c> for <c>de-AT</c>.</summary>
    public static string Tongue(string tag) => tag.Split('-', 2)[0].ToLowerInvariant();

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
