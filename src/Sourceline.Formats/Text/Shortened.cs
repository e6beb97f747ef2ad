namespace Sourceline.Formats.Text;

/// <summary>The beginning of a text.</summary>
internal static class Shortened
{
    private const string Mark = "…";

    /// <summary>The text where it fits; else as many whole words as fit, with a mark that more follows.</summary>
    /// <param name="text">One line.</param>
    /// <param name="limit">UTF-16 code units, the mark included.</param>
    public static string AtWord(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var room = limit - Mark.Length;
        var space = text.LastIndexOf(' ', room);
        // A language without spaces is cut between characters.
        var end =
            space > limit / 2 ? space
            : char.IsLowSurrogate(text[room]) ? room - 1
            : room;
        return text[..end].TrimEnd(' ', ',', ';', ':') + Mark;
    }
}
