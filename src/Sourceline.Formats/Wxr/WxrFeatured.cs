namespace Sourceline.Formats.Wxr;

/// <summary>
/// Links a post with its featured picture, an item of its own that may come before or after it. One that came before is repeated at every
/// post that shows it; one that comes after and has no parent names the first such post as its parent.
/// </summary>
internal sealed class WxrFeatured
{
    /// <summary>Memory stays bounded; beyond this only the picture's own parent tells.</summary>
    private const int Most = 100_000;

    private readonly Dictionary<string, ItemAttachment> _files = [];
    private readonly Dictionary<string, string> _wanted = [];

    public NewsItem Link(NewsItem item, WxrPost post)
    {
        if (item is { Kind: NewsItemKind.Attachment, Attachments: [var file] })
            return item with { Attachments = [Keep(file, item.Id)] };
        if (post.Meta("_thumbnail_id") is not { } id)
            return item;
        if (_files.TryGetValue(id, out var known))
        {
            var featured = known with { ParentId = item.Id, Role = AttachmentRole.Featured };
            return item with { Attachments = [featured, .. item.Attachments.Where(attachment => attachment.Url != featured.Url)] };
        }

        if (_wanted.Count < Most)
            _wanted.TryAdd(id, item.Id);
        return item;
    }

    private ItemAttachment Keep(ItemAttachment file, string id)
    {
        if (_wanted.TryGetValue(id, out var post))
            file = file with { ParentId = file.ParentId ?? post, Role = AttachmentRole.Featured };
        if (_files.Count < Most)
            _files.TryAdd(id, file);
        return file;
    }
}
