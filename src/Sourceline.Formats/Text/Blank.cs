namespace Sourceline.Formats.Text;

/// <summary>Turns blank into null, so that a string that is there always says something.</summary>
internal static class Blank
{
    /// <summary>The text without white space around it; null where nothing is left.</summary>
    public static string? ToNull(string? text)
    {
        if (text is null) return null;
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The text as it is; null where it holds nothing but white space.</summary>
    public static string? KeepOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>On one line, with single spaces; null where nothing is left.</summary>
    public static string? OneLine(string? text)
    {
        if (text is null) return null;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
