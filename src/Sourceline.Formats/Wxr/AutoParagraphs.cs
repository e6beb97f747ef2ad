using System.Collections.Frozen;
using System.Text;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// Sets text whose paragraphs are separated by blank lines into elements, and its single line ends into breaks, as WordPress does when it
/// shows a post of the classic editor or a comment. Block elements stand between paragraphs, not in them; what is inside them stays as it
/// is, except in quotations and divisions, which hold paragraphs of their own. A URL alone on its line becomes a link.
/// </summary>
internal static class AutoParagraphs
{
    /// <summary>What is open deeper than this is not followed.</summary>
    private const int MaxDepth = 256;

    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        (
            "pre script style textarea svg address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            + "header hgroup hr iframe legend li main map menu nav object ol p section summary table tbody td tfoot th thead tr ul video audio"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    public static string Apply(string html)
    {
        var text = html.ReplaceLineEndings("\n");
        var (result, open, at) = (new StringBuilder(text.Length + 64), new Stack<string>(), 0);
        foreach (
            var tag in HtmlTags
                .Find(text)
                .Where(tag => tag.Kind != HtmlTagKind.Comment && Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag.Name))
        )
        {
            AppendRun(result, text[at..tag.Start], open);
            result.Append(tag.Text);
            Track(open, tag);
            at = tag.End;
        }

        AppendRun(result, text[at..], open);
        return result.ToString().Trim();
    }

    private static void Track(Stack<string> open, HtmlTag tag)
    {
        var name = tag.Name.ToString().ToLowerInvariant();
        if (name == "hr" || tag.IsEmpty)
            return;
        if (tag.Kind == HtmlTagKind.Open)
        {
            if (open.Count < MaxDepth)
                open.Push(open.Count > 0 && RawElements.Contains(open.Peek()) ? open.Peek() : name);
        }
        else if (open.Contains(name))
            while (open.Pop() != name) { }
    }

    private static void AppendRun(StringBuilder result, string run, Stack<string> open)
    {
        if (!HoldsParagraphs(run, open))
        {
            result.Append(run);
            return;
        }

        var lines = new List<string>();
        foreach (var line in run.Split('\n'))
        {
            var text = line.Trim();
            if (text.Length == 0)
                Close(result, lines);
            else if (BareUrls.IsUrl(text))
            {
                Close(result, lines);
                Append(result, "<p>" + BareUrls.Link(text) + "</p>");
            }
            else
                lines.Add(text);
        }

        Close(result, lines);
    }

    private static bool HoldsParagraphs(string run, Stack<string> open)
    {
        if (open.Count == 0 || open.Peek() == "blockquote")
            return true;
        return open.Peek() is "div" or "section" or "article" or "center" && HasBlankLine(run.Trim());
    }

    private static bool HasBlankLine(string run)
    {
        foreach (var line in run.AsSpan().EnumerateLines())
            if (line.IsWhiteSpace())
                return !run.AsSpan().IsWhiteSpace();
        return false;
    }

    private static void Close(StringBuilder result, List<string> lines)
    {
        if (lines.Count == 0)
            return;
        var paragraph = string.Join("<br />\n", lines.Select((line, index) => index + 1 == lines.Count ? line : WithoutBreak(line)));
        if (IsOnlyComments(paragraph))
            Append(result, string.Join('\n', lines) + "\n");
        else
            Append(result, $"<p>{paragraph}</p>\n");
        lines.Clear();
    }

    private static void Append(StringBuilder result, string block)
    {
        if (result.Length > 0 && result[^1] != '\n')
            result.Append('\n');
        result.Append(block);
    }

    /// <summary>A break that is written at a line's end is the same as the line's end.</summary>
    private static string WithoutBreak(string line)
    {
        if (!line.EndsWith('>') || line.LastIndexOf('<') is not (>= 0 and var start))
            return line;
        return line[start..].Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() is "<br>" or "<br/>"
            ? line[..start].TrimEnd()
            : line;
    }

    private static bool IsOnlyComments(string paragraph)
    {
        if (!paragraph.StartsWith("<!--", StringComparison.Ordinal))
            return false;
        var at = 0;
        foreach (var tag in HtmlTags.Find(paragraph).TakeWhile(tag => tag.Kind == HtmlTagKind.Comment))
        {
            if (!IsBetweenLines(paragraph.AsSpan(at, tag.Start - at)))
                return false;
            at = tag.End;
        }

        return IsBetweenLines(paragraph.AsSpan(at));
    }

    private static bool IsBetweenLines(ReadOnlySpan<char> text) => text.IsWhiteSpace() || text.Trim() is "<br />";
}
