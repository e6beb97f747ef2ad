using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>A post's content as HTML that stands by itself, and what could not be carried over.</summary>
internal sealed partial record WxrBody(string? Html, ImmutableArray<string> Doubts)
{
    /// <summary>Content of the block editor says where its paragraphs are; older content has blank lines that WordPress sets into paragraphs when it shows them.</summary>
    public static WxrBody Convert(string? content)
    {
        if (content is null) return new WxrBody(null, []);
        var shortcodes = Shortcodes.Resolve(content);
        var hasBlocks = BlockComment().IsMatch(content);
        var html = EditorComment().Replace(shortcodes.Html, "");
        html = hasBlocks ? BlankLines().Replace(html, "\n") : AutoParagraphs.Apply(html);
        return new WxrBody(Blank.KeepOrNull(BareAddress().Replace(html, "<p><a href=\"$1\">$1</a></p>").Trim()), shortcodes.Doubts);
    }

    [GeneratedRegex(@"<!--\s*wp:", RegexOptions.CultureInvariant)]
    private static partial Regex BlockComment();

    /// <summary>Comments that only the editor reads: blocks, "more", "nextpage", "noteaser".</summary>
    [GeneratedRegex(@"<!--\s*(?:/?wp:[\s\S]*?|more\b.*?|nextpage|noteaser)\s*-->", RegexOptions.CultureInvariant)]
    private static partial Regex EditorComment();

    [GeneratedRegex(@"\n\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();

    /// <summary>An address alone in its paragraph is shown embedded by WordPress; here it becomes a link.</summary>
    [GeneratedRegex(@"<p>\s*(https?://[^\s<>""]+)\s*</p>", RegexOptions.CultureInvariant)]
    private static partial Regex BareAddress();
}
