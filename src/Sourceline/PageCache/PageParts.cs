namespace Sourceline.PageCache;

/// <summary>
/// What the page that is being made is made of. A page that says nothing is made anew after every act, which is always right; one that
/// says what it is made of is kept until one of these parts is touched. It names every list that it reads and every story of it.
/// </summary>
public sealed class PageParts
{
    private readonly HashSet<ulong> _tags = [];
    private bool _declared;

    /// <summary>Whether the page may be kept at all.</summary>
    internal bool IsKept { get; private set; } = true;

    /// <summary>The page is made of these.</summary>
    public void Add(params ReadOnlySpan<PageTag> tags)
    {
        _declared = true;
        foreach (var tag in tags)
            _tags.Add(tag.Value);
    }

    /// <summary>The page shows these stories, or is what it is because of them.</summary>
    /// <param name="ids">Their ids, not their numbers.</param>
    public void AddStories(IEnumerable<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        _declared = true;
        foreach (var id in ids)
            _tags.Add(PageTag.Story(id).Value);
    }

    /// <summary>What every page is made of, whether or not it says anything of itself.</summary>
    public void AddFrame(PageTag tag) => _tags.Add(tag.Value);

    /// <summary>The page is not kept: anybody can make up addresses for more of its kind.</summary>
    public void DoNotKeep() => IsKept = false;

    internal ulong[] Tags() => _declared ? [.. _tags] : [.. _tags, PageTag.AnyAct.Value];
}
