using Sourceline.Localization;

namespace Sourceline.Stories.Publishing;

/// <summary>The act cannot be done. The message is in English, for the command line; the desk takes the words in the site's language.</summary>
/// <param name="words">One or two sentences, from the catalogues.</param>
/// <param name="isLate">Somebody else changed the story since the actor saw it.</param>
public sealed class ActRefusedException(Func<Localizer, string> words, bool isLate = false) : Exception(words(Localizer.English))
{
    /// <summary>Somebody else changed the story since the actor saw it; the same order may be given again after another look.</summary>
    public bool IsLate { get; } = isLate;

    /// <summary>The part of the order that is wrong, by its name there; null where it is none.</summary>
    public string? About { get; init; }

    /// <summary>An act that can be done instead; null where there is none.</summary>
    public StoryAct? Instead { get; init; }

    /// <summary>The words in a language.</summary>
    public string In(Localizer language) => words(language);
}
