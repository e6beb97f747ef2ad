using System.Text;

namespace Sourceline.Formats.Text;

/// <summary>Plain text as HTML paragraphs.</summary>
internal static class Paragraphs
{
    /// <summary>
    /// Escapes plain text and sets it in paragraphs: at blank lines where it has any, at every line end where it has none.
    /// Agencies send both shapes. Null where there is no text.
    /// </summary>
    public static string? FromText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var normal = text.ReplaceLineEndings("\n");
        var blocks = Blocks(normal);
        if (blocks.Count == 1)
            blocks = [.. normal.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
        return FromBlocks(blocks);
    }

    /// <summary>Each block one escaped paragraph; line ends inside it become breaks.</summary>
    public static string? FromBlocks(IEnumerable<string> blocks)
    {
        var html = new StringBuilder();
        foreach (var block in blocks)
        {
            if (html.Length > 0)
                html.Append('\n');
            html.Append("<p>").Append(Escape(block.Trim()).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>");
        }

        return html.Length == 0 ? null : html.ToString();
    }

    /// <summary>Escapes what HTML gives a meaning and nothing else, so that letters of every script stay letters.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static List<string> Blocks(string text)
    {
        var blocks = new List<string>();
        var current = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
                current.Append(current.Length > 0 ? "\n" : "").Append(line);
            else
                Close(blocks, current);
        }

        Close(blocks, current);
        return blocks;
    }

    private static void Close(List<string> blocks, StringBuilder current)
    {
        if (current.Length > 0)
            blocks.Add(current.ToString());
        current.Clear();
    }
}
