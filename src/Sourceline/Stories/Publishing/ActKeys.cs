namespace Sourceline.Stories.Publishing;

/// <summary>The words for an act, as keys of the catalogues.</summary>
/// <param name="History">In the story's history: "Published by {1}"; <c>&lt;0&gt;</c> is around the name.</param>
public sealed record ActKeys(string History)
{
    /// <summary>On a button; null for an act that has no button of its own.</summary>
    public string? Label { get; init; }

    /// <summary>What the act does, in one or two sentences, for the desk and for <c>sourceline act --help</c>.</summary>
    public string? Help { get; init; }

    /// <summary>Said once it is done.</summary>
    public string? Done { get; init; }

    /// <summary>Why it can't be done: {0} is the story's number, {1} its state ("a draft").</summary>
    public string? Refused { get; init; }

    /// <summary>Above the note that readers see: "Correction". Null where an act has no such note.</summary>
    public string? NoteHeading { get; init; }
}
