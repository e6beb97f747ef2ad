using System.Collections.Immutable;
using System.Text;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>A post's content as HTML that stands by itself, and what could not be carried over.</summary>
internal sealed record WxrBody(string? Html, ImmutableArray<string> Doubts)
{
    /// <summary>
    /// Content of the block editor says where its paragraphs are; older content has blank lines that WordPress turns into paragraphs when it
    /// shows them.
    /// </summary>
    /// <param name="content">As the export has it.</param>
    /// <param name="footnotes">The meta field that holds the notes.</param>
    /// <param name="patterns">The synced patterns that are known.</param>
    /// <param name="baseUrl">Where relative URLs start.</param>
    public static WxrBody Convert(string? content, string? footnotes, WxrPatterns patterns, Uri? baseUrl)
    {
        if (content is null)
            return new WxrBody(null, []);
        var (text, list) = Footnotes.Resolve(content, footnotes);
        var comments = new EditorComments(patterns, list);
        var hasBlocks = EditorComments.HasBlocks(content);
        var shortcodes = Shortcodes.Resolve(comments.Resolve(text));
        var html = hasBlocks ? WithoutBlankLines(shortcodes.Html) : AutoParagraphs.Apply(shortcodes.Html);
        html = FeedHtml.Finish(BareUrls.LinkAlone(html), baseUrl);
        return new WxrBody(html, [.. comments.Doubts.Concat(shortcodes.Doubts).Distinct()]);
    }

    /// <summary>Blocks are separated by blank lines; those within code and verse are part of them.</summary>
    private static string WithoutBlankLines(string html)
    {
        html = html.ReplaceLineEndings("\n");
        var (result, at) = (new StringBuilder(html.Length), 0);
        foreach (var (start, end) in RawElements.Ranges(html, alsoCode: false))
        {
            AppendJoined(result, html.AsSpan(at, start - at));
            result.Append(html, start, end - start);
            at = end;
        }

        AppendJoined(result, html.AsSpan(at));
        return result.ToString().Trim();
    }

    private static void AppendJoined(StringBuilder result, ReadOnlySpan<char> text)
    {
        var isFirst = true;
        foreach (var line in text.EnumerateLines())
        {
            if (!isFirst && (result.Length == 0 || result[^1] != '\n'))
                result.Append('\n');
            isFirst = false;
            if (!line.IsWhiteSpace())
                result.Append(line);
            else if (!text.Contains('\n'))
                result.Append(line);
        }
    }
}
