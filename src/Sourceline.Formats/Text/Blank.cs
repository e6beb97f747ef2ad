using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>Turns blank text into null, so that a string that is there always says something.</summary>
internal static class Blank
{
    /// <summary>The text without white space around it; null where nothing is left.</summary>
    public static string? ToNull(string? text)
    {
        if (text is null)
            return null;
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The text unchanged; null where it holds nothing but white space.</summary>
    public static string? KeepOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The text on one line, with single spaces; null where nothing is left that can be seen.</summary>
    public static string? OneLine(string? text)
    {
        if (text is null)
            return null;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        var line = string.Join(' ', words);
        return IsInvisible(line) ? null : line;
    }

    /// <summary>Zero-width spaces and marks of direction alone show nothing.</summary>
    private static bool IsInvisible(string line)
    {
        foreach (var c in line)
            if (c != ' ' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
                return false;
        return true;
    }
}
