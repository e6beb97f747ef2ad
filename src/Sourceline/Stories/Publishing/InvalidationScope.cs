namespace Sourceline.Stories.Publishing;

/// <summary>What an act makes stale among the pages that readers see.</summary>
[Flags]
public enum InvalidationScope
{
    /// <summary>The story itself, wherever it is shown.</summary>
    Story = 0,

    /// <summary>Also which stories depend on its sources: the dependencies of the story are made again.</summary>
    Sources = 1,

    /// <summary>Also which lists it is in, and its place there.</summary>
    Lists = 2,

    /// <summary>Also its URL, its language and its translations.</summary>
    Translations = 4,

    /// <summary>Every page.</summary>
    Everything = 8,
}
