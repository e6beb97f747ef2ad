using System.Text;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>The codes in which page builders keep a layout: WPBakery, Divi, Avada, Enfold, Cornerstone and others.</summary>
internal static class PageBuilder
{
    private static readonly string[] Prefixes =
    [
        "vc_",
        "et_pb_",
        "fusion_",
        "av_",
        "cs_",
        "tatsu_",
        "mk_",
        "nectar_",
        "ultimate_",
        "eltdf_",
        "qodef_",
        "mkdf_",
        "td_block",
        "kc_",
        "themify_",
        "wpb_",
        "x_",
    ];

    private static readonly string[] TextAttributes = ["text", "title", "heading", "heading_text", "title_text"];

    /// <summary>Whether a builder's name begins so.</summary>
    public static bool Owns(string name) => Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a reader sees of the code itself, beside what it encloses.</summary>
    /// <param name="token">The code.</param>
    /// <param name="content">The text in which it stands.</param>
    /// <param name="doubts">Takes what is left out.</param>
    /// <returns>HTML to put in its place, and whether it stands for what the code encloses as well.</returns>
    public static (string Html, bool TakesContent) Shown(ShortcodeToken token, string content, List<string> doubts)
    {
        var name = token.Name.ToLowerInvariant();
        if (name.Contains("raw_js", StringComparison.Ordinal))
            return ("", token.Close is not null);
        if (name == "vc_raw_html" && token.Close is { } close)
            return (Unpacked(content[token.End..close.Start]), true);
        if (token.IsClosing)
            return ("\n\n", false);
        if (token.Attribute("src") is { } picture && name.Contains("image", StringComparison.Ordinal))
            return (
                $"\n\n<figure><img src=\"{Paragraphs.Escape(picture)}\" alt=\"{Paragraphs.Escape(token.Attribute("alt") ?? "")}\"></figure>\n\n",
                false
            );
        if (name is "vc_single_image" or "vc_gallery" or "vc_images_carousel" or "et_pb_gallery" or "fusion_gallery")
            doubts.Add("A picture of a page builder was left out of the text; it is a file of its own in the export.");
        if (!name.Contains("heading", StringComparison.Ordinal) && name is not ("et_pb_blurb" or "fusion_title"))
            return ("\n\n", false);
        foreach (var attribute in TextAttributes)
            if (token.Attribute(attribute) is { } text)
                return ($"\n\n<h2>{Paragraphs.Escape(text)}</h2>\n\n", false);
        return ("\n\n", false);
    }

    /// <summary>WPBakery keeps HTML percent-encoded in base64.</summary>
    private static string Unpacked(string packed)
    {
        var bytes = new byte[packed.Length];
        return Convert.TryFromBase64String(packed.Trim(), bytes, out var length)
            ? $"\n\n{Uri.UnescapeDataString(Encoding.UTF8.GetString(bytes, 0, length))}\n\n"
            : packed;
    }
}
