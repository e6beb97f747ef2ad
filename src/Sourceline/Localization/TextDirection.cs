using System.Globalization;

namespace Sourceline.Localization;

/// <summary>Which way a language is written.</summary>
internal static class TextDirection
{
    private static readonly HashSet<string> RightToLeft =
        new(StringComparer.OrdinalIgnoreCase) { "ar", "arc", "ckb", "dv", "fa", "he", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi" };

    private static readonly string[] RightToLeftScripts = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Aran"];

    /// <summary><c>rtl</c> or <c>ltr</c> for a BCP 47 tag.</summary>
    public static string Direction(string language)
    {
        var parts = language.Split('-');
        // A script subtag wins over what the language is mostly written in: Azerbaijani in Latin, Kurdish in Arabic letters.
        var script = parts.Skip(1).FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter));
        var right = script is not null
            ? RightToLeftScripts.Contains(script, StringComparer.OrdinalIgnoreCase)
            : RightToLeft.Contains(parts[0]);
        return right ? "rtl" : "ltr";
    }

    /// <summary>The tag of Open Graph, such as <c>en_GB</c>; null where the tag names no region.</summary>
    public static string? OpenGraphLocale(string language)
    {
        var parts = language.Split('-');
        return parts is [{ Length: 2 } tongue, { Length: 2 } region]
            ? $"{tongue.ToLowerInvariant()}_{region.ToUpper(CultureInfo.InvariantCulture)}"
            : null;
    }
}
