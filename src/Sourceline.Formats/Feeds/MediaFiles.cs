using System.Globalization;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>
/// Media RSS 1.5.1: files with their captions. A group holds the same file in several sizes, of which the largest is taken; the first
/// picture stands for the item.
/// </summary>
internal static class MediaFiles
{
    /// <summary>The item's files. Every picture is marked as featured; <see cref="OneFeatured"/> leaves the mark to the first.</summary>
    public static IEnumerable<ItemAttachment> Of(MarkupElement item, Uri? baseUrl)
    {
        var groups = item.ChildrenNamed("media:group").ToList();
        var contents = item.ChildrenNamed("media:content")
            .Concat(groups.SelectMany(group => Largest(group.ChildrenNamed("media:content"))))
            .ToList();
        if (contents.Count == 0)
        {
            var thumbnails = item.ChildrenNamed("media:thumbnail")
                .Concat(groups.SelectMany(group => group.ChildrenNamed("media:thumbnail")));
            contents = [.. Largest(thumbnails)];
        }

        return contents.Select(content => ToAttachment(content, baseUrl)).OfType<ItemAttachment>();
    }

    /// <summary>The files, each once; the first picture is the one that stands for the item.</summary>
    public static IEnumerable<ItemAttachment> OneFeatured(IEnumerable<ItemAttachment> files)
    {
        var hasFeatured = false;
        foreach (var file in files.DistinctBy(file => file.Url))
        {
            var isFirst = !hasFeatured && (file.Role == AttachmentRole.Featured || IsPicture(file));
            hasFeatured |= isFirst;
            yield return file with
            {
                Role = isFirst ? AttachmentRole.Featured : AttachmentRole.Attached,
            };
        }
    }

    /// <summary>By its type where it has one, else by the ending of its URL.</summary>
    private static bool IsPicture(ItemAttachment file)
    {
        if (file.MediaType is { } type)
            return type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);
        var end = file.Url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? file.Url : file.Url[..end];
        return Path.GetExtension(path).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" or ".avif";
    }

    /// <summary>One of each medium: a group may hold a film and its picture.</summary>
    private static IEnumerable<MarkupElement> Largest(IEnumerable<MarkupElement> contents) =>
        contents.GroupBy(Medium, StringComparer.OrdinalIgnoreCase).Select(same => same.MaxBy(Size)!);

    private static string Medium(MarkupElement content) => content.Attribute("medium") ?? content.Attribute("type")?.Split('/')[0] ?? "";

    /// <summary>By the area of a picture, then by what the sender prefers, then by length.</summary>
    private static (double Area, bool IsDefault, double Length) Size(MarkupElement content) =>
        (
            Number(content, "width") * Math.Max(1, Number(content, "height")),
            content.Attribute("isDefault") == "true",
            Number(content, "fileSize") + Number(content, "bitrate")
        );

    private static double Number(MarkupElement content, string name) =>
        double.TryParse(content.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : 0;

    private static ItemAttachment? ToAttachment(MarkupElement content, Uri? baseUrl)
    {
        if (UrlText.Resolve(content.Attribute("url"), baseUrl) is not { } url)
            return null;
        return new ItemAttachment(url)
        {
            Role =
                content.Attribute("medium") == "image" || content.Is("media:thumbnail") ? AttachmentRole.Featured : AttachmentRole.Attached,
            MediaType = Blank.ToNull(content.Attribute("type")),
            Caption = HtmlText.Plain(Nearest(content, "media:description") ?? Nearest(content, "media:title")),
        };
    }

    private static string? Nearest(MarkupElement content, string name)
    {
        for (var at = content; at is not null && at.Name.StartsWith("media:", StringComparison.Ordinal); at = at.Parent)
            if (at.Child(name) is { } found)
                return found.Text();
        return null;
    }
}
