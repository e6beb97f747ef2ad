using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>Puts the newest version of a story before readers, and dates it.</summary>
internal static class LiveText
{
    /// <summary>A story that the clock publishes has the time that it was scheduled for, unless the server was away for longer than this.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromHours(1);

    /// <param name="changes">Whether readers are told of a change even where they have this version already.</param>
    public static void Show(Story story, ActEffect effect, bool changes)
    {
        if (story.LiveVersion is null)
            Date(story, effect);
        else if (changes || story.LiveVersion != story.LatestVersion)
            story.UpdatedUtc = effect.OriginUpdatedUtc ?? effect.AtUtc;
        story.LiveVersion = story.LatestVersion;
        if (effect.Headline is { } headline)
            story.Slug = Slug.From(headline, "story");
        story.DueUtc = null;
    }

    private static void Date(Story story, ActEffect effect)
    {
        story.PublishedUtc = FirstDate(story, effect);
        if (effect.OriginUpdatedUtc is { } updated && updated > story.PublishedUtc && updated <= effect.AtUtc)
            story.UpdatedUtc = updated;
    }

    /// <summary>
    /// The date of a story that appears for the first time. What waited for its time is dated by the time at which it appears. A draft keeps
    /// the date that it came with, as an archive does that is published after an import; so does what its origin says it published.
    /// </summary>
    public static DateTime FirstDate(Story story, ActEffect effect)
    {
        if (effect.OriginDateUtc is { } origin && origin <= effect.AtUtc)
            return origin;
        var waited = story.State is StoryState.Scheduled or StoryState.Embargoed;
        if (!waited && story.PublishedUtc <= effect.AtUtc)
            return story.PublishedUtc.Value;
        var isInTime = effect.By == Actors.Clock && story.DueUtc <= effect.AtUtc && effect.AtUtc - story.DueUtc <= Delay;
        return isInTime ? story.DueUtc!.Value : effect.AtUtc;
    }
}
