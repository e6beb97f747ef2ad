using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// WordPress's codes in square brackets. Captions become figures; embedded, audio and video addresses become links; galleries and
/// playlists are left out, for their pictures and tracks are items of the export themselves; the codes of plug-ins stay as text.
/// What is left out or stays is said.
/// </summary>
internal sealed partial record Shortcodes(string Html, ImmutableArray<string> Doubts)
{
    public static Shortcodes Resolve(string content)
    {
        var doubts = new List<string>();
        var html = content.Contains("caption]", StringComparison.OrdinalIgnoreCase) && content.Contains("[/", StringComparison.Ordinal) ? Caption().Replace(content, Figure) : content;
        html = Embed().Replace(html, match => "\n\n" + Link(match.Groups["url"].Value.Trim()) + "\n\n");
        html = Code().Replace(html, match => One(match, doubts));
        return new Shortcodes(html, [.. doubts.Distinct()]);
    }

    /// <summary>The caption stands in an attribute (before WordPress 3.4) or after the picture.</summary>
    private static string Figure(Match match)
    {
        var inside = match.Groups["inside"].Value.Trim();
        var picture = Picture().Match(inside);
        var caption = Attribute(match.Groups["attributes"].Value, "caption") ?? (picture.Success ? inside[(picture.Index + picture.Length)..].Trim() : "");
        var shown = picture.Success ? picture.Value : inside;
        return caption.Length == 0 ? $"\n\n<figure>{shown}</figure>\n\n" : $"\n\n<figure>{shown}<figcaption>{caption}</figcaption></figure>\n\n";
    }

    private static string One(Match match, List<string> doubts)
    {
        var (name, attributes) = (match.Groups["name"].Value, match.Groups["attributes"].Value);
        if (match.Groups["escaped"].Success) return match.Value[1..^1];
        switch (name.ToLowerInvariant())
        {
            case "gallery":
                doubts.Add("A picture gallery was left out of the text; its pictures are files of their own in the export.");
                return "";
            case "playlist":
                doubts.Add("A playlist was left out of the text; its tracks are files of their own in the export.");
                return "";
            case "audio" or "video" when MediaAddress(attributes) is { } url:
                return "\n\n" + Link(url) + "\n\n";
            default:
                if (IsCode(match)) doubts.Add($"The code [{name}] of a WordPress plug-in is not known and stays in the text.");
                return match.Value;
        }
    }

    /// <summary>Square brackets in prose ("[sic]") are no codes: a code has attributes or an end.</summary>
    private static bool IsCode(Match match) => match.Groups["attributes"].Value.Contains('=', StringComparison.Ordinal) || match.Groups["end"].Success;

    private static string? MediaAddress(string attributes)
    {
        foreach (var name in (string[])["src", "mp3", "mp4", "ogg", "m4a", "m4v", "webm", "ogv", "wav"])
            if (Attribute(attributes, name) is { } url) return url;
        var bare = attributes.Trim().Split(' ')[0];
        return bare.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? bare : null;
    }

    private static string? Attribute(string attributes, string name)
    {
        foreach (Match match in AttributePattern().Matches(attributes))
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) return Blank.ToNull(match.Groups["value"].Value);
        return null;
    }

    private static string Link(string url) => $"<p><a href=\"{Paragraphs.Escape(url)}\">{Paragraphs.Escape(url)}</a></p>";

    [GeneratedRegex(@"\[(?:wp_)?caption\b(?<attributes>[^\]]*)\](?<inside>[\s\S]*?)\[/(?:wp_)?caption\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\[embed\b[^\]]*\](?<url>[^\[\]]*)\[/embed\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Embed();

    [GeneratedRegex(@"(?<escaped>\[)?\[(?<name>[A-Za-z][\w-]*)(?<attributes>\s[^\[\]<>]*)?/?\](?<end>[^\[\]]{0,2000}\[/\k<name>\])?(?(escaped)\])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<name>[\w-]+)\s*=\s*(?:""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s""']+))", RegexOptions.CultureInvariant)]
    private static partial Regex AttributePattern();
}
