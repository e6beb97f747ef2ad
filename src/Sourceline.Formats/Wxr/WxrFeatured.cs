namespace Sourceline.Formats.Wxr;

/// <summary>
/// Links a post with its featured picture, an item of its own that may come before or after it. What came before is repeated at the
/// post; what comes after and has no parent names the post as its own.
/// </summary>
internal sealed class WxrFeatured
{
    /// <summary>Memory stays bounded; beyond this only the picture's own parent tells.</summary>
    private const int Most = 100_000;

    private readonly Dictionary<string, ItemAttachment> _files = [];
    private readonly Dictionary<string, string> _wanted = [];

    public NewsItem Link(NewsItem item, WxrPost post)
    {
        if (item is { Kind: NewsItemKind.Attachment, Attachments: [var file] }) return item with { Attachments = [Keep(file, item.Id)] };
        if (post.Meta("_thumbnail_id") is not { } id) return item;
        if (_files.TryGetValue(id, out var known)) return item with { Attachments = item.Attachments.Add(known with { ParentId = item.Id }) };
        if (_wanted.Count < Most) _wanted.TryAdd(id, item.Id);
        return item;
    }

    private ItemAttachment Keep(ItemAttachment file, string id)
    {
        if (file.ParentId is null && _wanted.TryGetValue(id, out var post)) file = file with { ParentId = post };
        if (_files.Count < Most) _files.TryAdd(id, file);
        return file;
    }
}
