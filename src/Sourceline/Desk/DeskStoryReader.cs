using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Desk.Acting;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Desk;

/// <summary>A story as it lies on the desk.</summary>
/// <param name="Story">With its category.</param>
/// <param name="Version">The one that is shown.</param>
/// <param name="Statements">In the order of the text, with links, sources and identities.</param>
/// <param name="Acts">What was done with it, newest first.</param>
/// <param name="Translations">What it is a translation of, in whatever state, by number.</param>
public sealed record DeskStory(
    Story Story,
    StoryVersion Version,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Act> Acts,
    IReadOnlyList<DeskTranslation> Translations
)
{
    public IReadOnlyList<IReadOnlyList<MarkedRun>> Paragraphs { get; } = MarkedText.Paragraphs(Version.Text, Statements);

    /// <summary>What the newest act confirmed at once and nobody has touched since; it can be undone.</summary>
    public ConfirmedAtOnce? ConfirmedAtOnce
    {
        get
        {
            if (!IsOpen || Acts is not [{ Kind: ActKind.ReviewStatements, SubjectId: null } act, ..] || act.Version != Version.Number)
                return null;
            var count = Statements.Count(statement => Reviews.IsConfirmedBy(statement, act));
            return count > 0 ? new(act, count) : null;
        }
    }

    public int Waiting => Statements.Count(statement => statement.Review == Review.Proposed);

    public int Confirmed => Statements.Count(statement => statement.Review == Review.Confirmed);

    /// <summary>Statements of older versions are history; these may still be decided on.</summary>
    public bool IsOpen => Version.Number == Story.LatestVersion || Version.Number == Story.LiveVersion;

    /// <summary>Whether it can be published; <see cref="StoryActs"/> has the last word.</summary>
    public bool MayPublish => ActRegistry.Of(ActKind.Publish).After(Story.State, Actors.Editor) is not null;

    /// <summary>Whether readers may come to see the newest version, by whatever act.</summary>
    public bool MayShow => ActRegistry.AllowedIn(Story.State).Any(act => act is { ShowsLatest: true, IsRevision: false });

    /// <summary>When it publishes itself; null for a story that waits for nothing but an editor.</summary>
    public DateTime? DueUtc => Story.State is StoryState.Scheduled or StoryState.Embargoed ? Story.DueUtc : null;

    /// <summary>A newer version waits behind the one that readers see.</summary>
    public bool MayUpdate => Story.State == StoryState.Published && Story.LatestVersion > Story.LiveVersion;

    /// <summary>The names in this story, to choose from when a link is mended.</summary>
    public IEnumerable<string> Names =>
        Statements
            .SelectMany(statement => statement.Hops)
            .SelectMany(link => new[] { link.Source?.Name, link.Identity?.Name })
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.CurrentCultureIgnoreCase);

    /// <summary>The statement to go to when one has been decided on: the next that waits, else itself.</summary>
    public Statement? NextWaiting(int ordinal) =>
        Statements.FirstOrDefault(s => s.Ordinal > ordinal && s.Review == Review.Proposed)
        ?? Statements.FirstOrDefault(s => s.Ordinal == ordinal);
}

/// <summary>An act that confirmed several statements.</summary>
/// <param name="Act">The act.</param>
/// <param name="Count">How many statements are still as it left them.</param>
public sealed record ConfirmedAtOnce(Act Act, int Count);

/// <summary>A story of the same set of translations.</summary>
/// <param name="Headline">Of its newest version.</param>
public sealed record DeskTranslation(long Number, string Headline, string Language, StoryState State);

/// <summary>Fetches what the page of one story shows.</summary>
public sealed class DeskStoryReader(NewsDb db)
{
    private const int ActsShown = 50;

    /// <summary>Null where there is no such story or version.</summary>
    public async Task<DeskStory?> EnterAsync(long number, int? version, CancellationToken cancellationToken)
    {
        if (
            await db.Stories.AsNoTracking().Include(s => s.Category).SingleOrDefaultAsync(s => s.Number == number, cancellationToken)
            is not { } story
        )
            return null;
        var wanted = version ?? story.LatestVersion;
        if (
            await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.StoryId == story.Id && v.Number == wanted, cancellationToken)
            is not { } shown
        )
            return null;
        var statements = await db
            .Statements.AsNoTracking()
            .Include(s => s.Hops.OrderBy(link => link.Chain).ThenBy(link => link.Position))
                .ThenInclude(link => link.Source)
            .Include(s => s.Hops)
                .ThenInclude(link => link.Identity)
            .Where(s => s.VersionId == shown.Id)
            .OrderBy(s => s.Ordinal)
            .ToListAsync(cancellationToken);
        var acts = await db
            .Acts.AsNoTracking()
            .Where(act => act.StoryId == story.Id)
            .OrderByDescending(act => act.Sequence)
            .Take(ActsShown)
            .ToListAsync(cancellationToken);
        return new(story, shown, statements, acts, await TranslationsAsync(story, cancellationToken));
    }

    private async Task<List<DeskTranslation>> TranslationsAsync(Story story, CancellationToken cancellationToken) =>
        story.TranslationKey is not { } key
            ? []
            : await db
                .Stories.AsNoTracking()
                .Where(other => other.TranslationKey == key && other.Id != story.Id)
                .OrderBy(other => other.Number)
                .Take(TranslationActs.Most)
                .Select(other => new DeskTranslation(
                    other.Number,
                    other.Versions.First(v => v.Number == other.LatestVersion).Headline,
                    other.Language,
                    other.State
                ))
                .ToListAsync(cancellationToken);

    /// <summary>What the newest version changes in the text that readers see.</summary>
    public async Task<IReadOnlyList<TextChange>> ChangesAsync(Story story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        var texts = await db
            .Versions.Where(v => v.StoryId == story.Id && (v.Number == story.LiveVersion || v.Number == story.LatestVersion))
            .OrderBy(v => v.Number)
            .Select(v => new { v.Text, v.BodyHtml })
            .ToListAsync(cancellationToken);
        return texts is [var before, var after] ? TextChanges.Between(before.Text, before.BodyHtml, after.Text, after.BodyHtml) : [];
    }
}
