using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>
/// A kind of act: from which states it leads where, what it does to the story's row, what it needs, its words, and what it makes stale.
/// Each is one file in <c>Acts</c>; <see cref="ActRegistry"/> lists them.
/// </summary>
public abstract class StoryAct
{
    public abstract ActKind Kind { get; }

    public abstract ActKeys Words { get; }

    /// <summary>Its lines of the transition table.</summary>
    public abstract IReadOnlyList<Transition> Transitions { get; }

    /// <summary>The pages that have to be made again.</summary>
    public abstract InvalidationScope Stale { get; }

    /// <summary>Its name on the command line and in the desk's URLs, such as <c>take-down</c>; null for an act that has none.</summary>
    public virtual string? Verb => null;

    /// <summary>The desk has a page or a form made for this act; other acts share one page.</summary>
    public virtual bool HasOwnForm => false;

    /// <summary>It takes the story from readers, who see the reason in its place; there must be one.</summary>
    public virtual bool NeedsReason => false;

    /// <summary>Readers must be told what was wrong or unclear.</summary>
    public virtual bool NeedsNote => false;

    /// <summary>It changes what readers read of a published story; a note with it is shown to them under the story.</summary>
    public virtual bool IsRevision => false;

    public virtual ActTime Time => ActTime.None;

    /// <summary>A new text may come with it.</summary>
    public virtual bool TakesText => false;

    /// <summary>It puts the newest version before readers.</summary>
    public virtual bool ShowsLatest => false;

    /// <summary>Nothing leads back.</summary>
    public virtual bool IsFinal => false;

    /// <summary>The state after the act; null where it is not allowed.</summary>
    public StoryState? After(StoryState from, Actors by) =>
        Transitions.FirstOrDefault(line => line.From == from && line.By.HasFlag(by))?.To;

    /// <summary>The state after the act on this story; null where it is not allowed.</summary>
    internal virtual StoryState? After(Story story, Actors by) => After(story.State, by);

    /// <summary>Another act that has to be done instead; itself in most cases.</summary>
    internal virtual StoryAct InsteadFor(Story story, ActEffect effect) => this;

    /// <summary>What it does to the story's row, beside the state and the notice. Runs before the state changes.</summary>
    internal virtual void Apply(Story story, ActEffect effect) { }

    /// <summary>Why the story's state does not allow the act.</summary>
    internal virtual ActRefusedException Refusal(Story story, Localization.SiteTime time)
    {
        var (number, state) = (story.Number, story.State);
        return new ActRefusedException(words =>
            Words.Refused is { } key
                ? words[key, words.Digits(number), Localization.Argument.Words(StateWords.Of(state, words))]
                : words["refused.state", words.Digits(number), Localization.Argument.Words(StateWords.Of(state, words))]
        );
    }
}
