using System.Collections.Immutable;
using System.Text;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// WordPress's codes in square brackets. Captions become figures; embedded, audio and video URLs become links; galleries and playlists are
/// left out, for their pictures and tracks are items of the export themselves. The codes of page builders and other plug-ins are taken out
/// of the text and what they enclose stays. What is left out is reported.
/// </summary>
internal sealed record Shortcodes(string Html, ImmutableArray<string> Doubts)
{
    private static readonly string[] MediaAttributes = ["src", "mp3", "mp4", "ogg", "m4a", "m4v", "webm", "ogv", "wav"];

    public static Shortcodes Resolve(string content)
    {
        var tokens = ShortcodeToken.Find(content);
        return tokens.Count == 0 ? new Shortcodes(content, []) : new Resolution(content, tokens).Run();
    }

    private static string Paragraph(string inside) => $"\n\n<p>{inside}</p>\n\n";

    /// <summary>One content with its codes.</summary>
    private sealed class Resolution(string content, List<ShortcodeToken> tokens)
    {
        private readonly StringBuilder _html = new(content.Length);
        private readonly List<string> _doubts = [];
        private readonly HashSet<ShortcodeToken> _closings = [.. tokens.Select(token => token.Close).OfType<ShortcodeToken>()];
        private int _at;

        public Shortcodes Run()
        {
            foreach (var token in tokens)
            {
                // Within a code that was taken as a whole.
                if (token.Start < _at)
                    continue;
                AppendTo(token.IsEscaped ? token.Start - 1 : token.Start);
                if (token.IsEscaped)
                    Replace(token.End + 1, content[token.Start..token.End]);
                else
                    Replace(token);
            }

            AppendTo(content.Length);
            return new Shortcodes(_html.ToString(), [.. _doubts.Distinct()]);
        }

        private void AppendTo(int end)
        {
            if (end > _at)
                _html.Append(content, _at, end - _at);
            _at = Math.Max(_at, end);
        }

        private void Replace(int end, string words)
        {
            _html.Append(words);
            _at = end;
        }

        private void Replace(ShortcodeToken token)
        {
            switch (token.Name.ToLowerInvariant())
            {
                case "caption" or "wp_caption" when token.Close is { } close:
                    Replace(close.End, Figure(token, Resolve(content[token.End..close.Start]).Html));
                    break;
                case "embed" when token.Close is { } close:
                    Replace(close.End, Paragraph(BareUrls.Link(content[token.End..close.Start].Trim())));
                    break;
                case "gallery":
                    Leave(token, "A picture gallery was left out of the text; its pictures are files of their own in the export.");
                    break;
                case "playlist":
                    Leave(token, "A playlist was left out of the text; its tracks are files of their own in the export.");
                    break;
                case "audio" or "video" when MediaUrl(token) is { } url:
                    Replace(token.Close?.End ?? token.End, Paragraph(BareUrls.Link(url)));
                    break;
                default:
                    ReplacePlugin(token);
                    break;
            }
        }

        private void Leave(ShortcodeToken token, string doubt)
        {
            _doubts.Add(doubt);
            Replace(token.Close?.End ?? token.End, "");
        }

        private void ReplacePlugin(ShortcodeToken token)
        {
            if (PageBuilder.Owns(token.Name))
            {
                var shown = PageBuilder.Shown(token, content, _doubts);
                Replace(shown.TakesContent ? token.Close!.End : token.End, shown.Html);
                return;
            }

            // Square brackets in prose ("[sic]") are no codes: a code has attributes or an end.
            if (token.Close is null && !_closings.Contains(token) && !token.HasAttributes)
                Replace(token.End, content[token.Start..token.End]);
            else if (token.Close is not null)
                Remove(token, $"The code [{token.Name}] of a WordPress plug-in was taken out; the text in it stays.");
            else if (_closings.Contains(token))
                Replace(token.End, "");
            else
                Remove(token, $"The code [{token.Name}] of a WordPress plug-in was left out; what it would show is not in the export.");
        }

        private void Remove(ShortcodeToken token, string doubt)
        {
            _doubts.Add(doubt);
            Replace(token.End, "");
        }
    }

    /// <summary>The caption stands in an attribute (before WordPress 3.4) or behind the picture.</summary>
    private static string Figure(ShortcodeToken token, string inside)
    {
        inside = inside.Trim();
        var end = EndOfPicture(inside);
        var caption = token.Attribute("caption") ?? inside[end..].Trim();
        var shown = end == 0 ? inside : inside[..end];
        return caption.Length == 0
            ? $"\n\n<figure>{shown}</figure>\n\n"
            : $"\n\n<figure>{shown}<figcaption>{caption}</figcaption></figure>\n\n";
    }

    /// <summary>Behind the picture, and the link around it, with which the text begins; 0 where it begins otherwise.</summary>
    private static int EndOfPicture(string inside)
    {
        var (end, isLinked, hasPicture) = (0, false, false);
        foreach (var tag in HtmlTags.Find(inside).Take(3))
        {
            if (!inside.AsSpan(end, tag.Start - end).IsWhiteSpace())
                break;
            if (tag.Kind == HtmlTagKind.Open && tag.Is("a") && !isLinked && !hasPicture)
                isLinked = true;
            else if (tag.Kind == HtmlTagKind.Open && tag.Is("img") && !hasPicture)
                hasPicture = true;
            else if (!(tag.Kind == HtmlTagKind.Close && tag.Is("a") && isLinked))
                break;
            end = tag.End;
        }

        return hasPicture ? end : 0;
    }

    private static string? MediaUrl(ShortcodeToken token)
    {
        foreach (var name in MediaAttributes)
            if (token.Attribute(name) is { } url)
                return url;
        var bare = token.Inside.Trim().Split(' ')[0];
        return bare.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? bare : null;
    }
}
