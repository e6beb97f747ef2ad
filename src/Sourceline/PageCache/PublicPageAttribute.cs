namespace Sourceline.PageCache;

/// <summary>
/// Marks what readers ask for: it is read and never posted to, and holds no byte that depends on who asks. It is made without the
/// asker's request, kept, and sent from what is kept until something that it is made of changes (<see cref="PageParts"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : ReadOnlyPageAttribute
{
    /// <summary>
    /// The parameters that the page reads, parted by spaces; empty where it reads none. Others are then as if they were not there, but
    /// for a redirect, which passes them on. Null where the page may read any: with a query it is then made for each who asks.
    /// </summary>
    public string? Query { get; init; }
}
