using System.Text;
using System.Text.RegularExpressions;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// Sets text that is parted by blank lines into paragraphs, and its single line ends into breaks, as WordPress does when it shows a
/// post of the classic editor. Block elements stand between paragraphs, not in them; what is inside them stays as it is, save in
/// quotations and divisions, which hold paragraphs of their own.
/// </summary>
internal static partial class AutoParagraphs
{
    /// <summary>What is open deeper than this is not followed.</summary>
    private const int MaxDepth = 256;

    public static string Apply(string html)
    {
        var text = html.ReplaceLineEndings("\n");
        var (result, open, at) = (new StringBuilder(text.Length + 64), new Stack<string>(), 0);
        foreach (Match match in BlockTag().Matches(text))
        {
            AppendRun(result, text[at..match.Index], open);
            result.Append(match.Value);
            Track(open, match);
            at = match.Index + match.Length;
        }

        AppendRun(result, text[at..], open);
        return result.ToString().Trim();
    }

    private static void Track(Stack<string> open, Match tag)
    {
        var name = tag.Groups["name"].Value.ToLowerInvariant();
        if (name == "hr" || tag.Value.EndsWith("/>", StringComparison.Ordinal)) return;
        if (tag.Groups["close"].Length == 0)
        {
            if (open.Count < MaxDepth) open.Push(open.Count > 0 && IsRaw(open.Peek()) ? open.Peek() : name);
        }
        else if (open.Contains(name)) while (open.Pop() != name) { }
    }

    /// <summary>Nothing inside these may change, whatever elements it holds.</summary>
    private static bool IsRaw(string name) => name is "pre" or "script" or "style" or "textarea" or "svg";

    private static void AppendRun(StringBuilder result, string run, Stack<string> open)
    {
        var holdsParagraphs = open.Count == 0 || (open.Peek() is "blockquote" or "div" or "section" or "article" or "center" && (open.Peek() == "blockquote" || BlankLine().IsMatch(run.Trim())));
        if (!holdsParagraphs)
        {
            result.Append(run);
            return;
        }

        foreach (var paragraph in BlankLine().Split(run).Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            if (result.Length > 0 && result[^1] != '\n') result.Append('\n');
            if (OnlyComments().IsMatch(paragraph)) result.Append(paragraph).Append('\n');
            else result.Append("<p>").Append(LineEnd().Replace(paragraph, "<br />\n")).Append("</p>\n");
        }
    }

    [GeneratedRegex(@"<(?<close>/?)(?<name>pre|script|style|textarea|svg|address|article|aside|blockquote|center|details|dialog|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|iframe|legend|li|main|map|menu|nav|object|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"\n[^\S\n]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"(?:<br\s*/?>)?[^\S\n]*\n[^\S\n]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^(?:\s*<!--[\s\S]*?-->\s*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyComments();
}
