namespace Sourceline.Stories.Publishing;

/// <summary>The time that an act needs.</summary>
public enum ActTime
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary>A time to come, at which the story publishes itself.</summary>
    Future,

    /// <summary>A time that has passed: the date of the story.</summary>
    Past,
}
