using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>The pictures that a body shows, as files of the item.</summary>
internal static class BodyPictures
{
    /// <summary>A body with more is a gallery of something else.</summary>
    private const int Most = 500;

    /// <summary>What the body shows and is not among these files yet, in its order.</summary>
    /// <param name="files">The item's files.</param>
    /// <param name="html">The body, with absolute URLs.</param>
    /// <param name="saved">URLs of pictures that were saved beside the body, which need not be web URLs.</param>
    public static IEnumerable<ItemAttachment> Add(IEnumerable<ItemAttachment> files, string? html, IReadOnlySet<string>? saved = null)
    {
        var known = files.ToList();
        var urls = known.Select(file => file.Url).ToHashSet(StringComparer.Ordinal);
        if (html is null || !html.Contains("<img", StringComparison.OrdinalIgnoreCase))
            return known;
        known.AddRange(
            HtmlTags
                .Find(html)
                .Where(tag => tag.Kind == HtmlTagKind.Open && tag.Is("img"))
                .Select(tag => Picture(tag, saved))
                .OfType<ItemAttachment>()
                .Where(picture => urls.Add(picture.Url))
                .Take(Most)
        );
        return known;
    }

    private static ItemAttachment? Picture(HtmlTag tag, IReadOnlySet<string>? saved)
    {
        var attributes = tag.Attributes().ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        if (Blank.ToNull(attributes["src"].FirstOrDefault()) is not { } url)
            return null;
        if (UrlText.Web(url) is null && saved?.Contains(url) != true)
            return null;
        if (IsPixel(attributes["width"].FirstOrDefault()) && IsPixel(attributes["height"].FirstOrDefault()))
            return null;
        if ((attributes["class"].FirstOrDefault() ?? "").Contains("wp-smiley", StringComparison.OrdinalIgnoreCase))
            return null;
        return new ItemAttachment(url) { Role = AttachmentRole.InBody, AltText = Blank.OneLine(attributes["alt"].FirstOrDefault()) };
    }

    /// <summary>A picture that only counts visits.</summary>
    private static bool IsPixel(string? size) => size?.Trim() is "0" or "1" or "0px" or "1px";
}
