namespace Sourceline.Stories.Publishing;

/// <summary>Who does an act. Some transitions belong to one of them alone.</summary>
[Flags]
public enum Actors
{
    None = 0,

    /// <summary>A person, at the desk or with <c>sourceline act</c>.</summary>
    Editor = 1,

    /// <summary>The server, when a story that waits is due.</summary>
    Clock = 2,

    /// <summary>Where the story came from: an import says what became of it there.</summary>
    Origin = 4,
}
