using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;
using Sourceline.Syndication;

namespace Sourceline.Site;

/// <summary>All that the page of a published story shows.</summary>
public sealed record StoryPage
{
    public required long Number { get; init; }

    public required string Address { get; init; }

    public required string AbsoluteAddress { get; init; }

    /// <summary>The address without a headline, for paper: it is short and never changes.</summary>
    public required string ShortAddress { get; init; }

    public required string Language { get; init; }

    public required string Section { get; init; }

    public required string SectionSlug { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>The last change that readers are told of.</summary>
    public DateTimeOffset? Updated { get; init; }

    public required string Headline { get; init; }

    public string? Lead { get; init; }

    public required string Text { get; init; }

    public string? Byline { get; init; }

    public string? Place { get; init; }

    public required int ReplyCount { get; init; }

    public required IReadOnlyList<StatementView> Statements { get; init; }

    /// <summary>The statements in the order of the text; those that came through the same chains are told together.</summary>
    public required IReadOnlyList<StatementGroup> Groups { get; init; }

    /// <summary>The parts with their statements marked, as safe HTML.</summary>
    public required string HeadlineHtml { get; init; }

    /// <summary>The numbers of the statements in the headline, which stand behind it: a heading is read without them.</summary>
    public required string HeadlineNotesHtml { get; init; }

    public string? LeadHtml { get; init; }

    public required string BodyHtml { get; init; }

    /// <summary>What was changed since and why, oldest first.</summary>
    public required IReadOnlyList<Correction> Corrections { get; init; }

    /// <summary>The last correction or clarification, of which readers are told before they read; null for none.</summary>
    public Correction? LastCorrection => Corrections.LastOrDefault(correction => correction.Kind is not ActKind.Update);

    /// <summary>What others show beside a link to it.</summary>
    public required SharedPicture Picture { get; init; }

    public required ReplyThreads Replies { get; init; }

    /// <summary>The reply that the form answers; null where it answers the story.</summary>
    public ReplyView? ReplyTo { get; init; }

    /// <summary>In which languages readers find it, its own among them; empty where there is no other.</summary>
    public required IReadOnlyList<Alternate> Alternates { get; init; }

    public string Direction => TextDirection.Of(Language);

    /// <summary>The other languages, each with its own name.</summary>
    public IEnumerable<(Alternate Story, string Name)> Translations =>
        Alternates
            .Where(other => other.Number != Number)
            .Select(other =>
                (
                    other,
                    LanguageNames.Own(
                        other.Language,
                        isWhole: Alternates.Any(one => one != other && LanguageNames.SameTongue(one.Language, other.Language))
                    )
                )
            );
}

/// <summary>A change that readers are told of.</summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="At">When, in the site's zone.</param>
/// <param name="Note">What was changed, in the editor's words.</param>
public sealed record Correction(ActKind Kind, DateTimeOffset At, string Note)
{
    /// <summary>The catalogue's key for what it is called.</summary>
    public string NameKey => ActRegistry.Of(Kind).Words.NoteHeading!;

    /// <summary>The catalogue's key for what stands above the story.</summary>
    public string NoticeKey => Kind == ActKind.Clarify ? "story.clarified" : "story.corrected";
}
