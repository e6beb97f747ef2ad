namespace Sourceline.Formats.Wxr;

/// <summary>An item that needs others which may still come: authors and synced patterns are items of their own.</summary>
/// <param name="Post">The item.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="WasMended">Whether its markup was damaged.</param>
/// <param name="Chars">About how much memory it takes.</param>
internal sealed record WaitingPost(WxrPost Post, Position Position, bool WasMended, int Chars);

/// <summary>Holds back items until what they need has come, in bounded memory.</summary>
internal sealed class WxrWaiting(WxrHeader header, WxrPatterns patterns)
{
    private const int MaxPosts = 500;
    private const int MaxChars = 16 * 1024 * 1024;

    private readonly Queue<WaitingPost> _posts = [];
    private long _chars;

    /// <summary>Whether something that the item needs has not come yet.</summary>
    public bool MustWait(WxrPost post) =>
        post.Type is "post" or "page"
        && (header.Authors.UnknownOf(post).Any() || EditorComments.PatternsIn(post.Content).Any(number => patterns.Find(number) is null));

    /// <summary>Holds an item back.</summary>
    /// <returns>The items that go on without what they need, because too many wait.</returns>
    public IEnumerable<WaitingPost> Add(WaitingPost post)
    {
        _posts.Enqueue(post);
        _chars += post.Chars;
        while (_posts.Count > MaxPosts || _chars > MaxChars)
            yield return Take();
    }

    /// <summary>The first items that need to wait no longer, after something has come. Items stay in their order.</summary>
    public IEnumerable<WaitingPost> Ready()
    {
        while (_posts.TryPeek(out var first) && !MustWait(first.Post))
            yield return Take();
    }

    /// <summary>All that still wait, at the end.</summary>
    public IEnumerable<WaitingPost> Rest()
    {
        while (_posts.Count > 0)
            yield return Take();
    }

    private WaitingPost Take()
    {
        var post = _posts.Dequeue();
        _chars -= post.Chars;
        return post;
    }
}
