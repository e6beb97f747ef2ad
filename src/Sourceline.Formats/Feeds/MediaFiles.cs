using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>Media RSS 1.5.1: files with their captions, alone or in groups.</summary>
internal static class MediaFiles
{
    public static IEnumerable<ItemAttachment> Of(MarkupElement item, Uri? baseUrl)
    {
        var contents = item.ChildrenNamed("media:content").Concat(item.ChildrenNamed("media:group").SelectMany(group => group.ChildrenNamed("media:content"))).ToList();
        if (contents.Count == 0) contents = [.. item.ChildrenNamed("media:thumbnail")];
        return contents.Select(content => ToAttachment(content, baseUrl)).OfType<ItemAttachment>();
    }

    private static ItemAttachment? ToAttachment(MarkupElement content, Uri? baseUrl)
    {
        if (UrlText.Resolve(content.Attribute("url"), baseUrl) is not { } url) return null;
        return new ItemAttachment(url)
        {
            MediaType = Blank.ToNull(content.Attribute("type")),
            Caption = HtmlText.Plain(Nearest(content, "media:description") ?? Nearest(content, "media:title")),
        };
    }

    private static string? Nearest(MarkupElement content, string name)
    {
        for (var at = content; at is not null && at.Name.StartsWith("media:", StringComparison.Ordinal); at = at.Parent)
            if (at.Child(name) is { } found) return found.Text();
        return null;
    }
}
