using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.PageCache;
using Sourceline.Settings;
using Sourceline.Sourcing;

namespace Sourceline.Site;

/// <summary>The statements of a source in one story.</summary>
public sealed record SourceStory(StoryCard Card, IReadOnlyList<StatementView> Statements);

/// <summary>A page of a source's stories.</summary>
/// <param name="Next">The number of the last story read where there are more; null at the end.</param>
public sealed record SourcePage(IReadOnlyList<SourceStory> Stories, long? Next);

/// <summary>Reads what a source is cited for: its leans along their index, then the statements of those stories.</summary>
public sealed class SourceReader(NewsDb db, PageParts parts, IOptions<SourcelineOptions> options)
{
    private const int PageSize = 20;

    public async Task<SourcePage> ReadAsync(long sourceId, StoryKey? before, CancellationToken cancellationToken)
    {
        var cards = await CardsAsync(sourceId, before, PageSize + 1, cancellationToken);
        parts.Add(PageTag.Source(sourceId));
        parts.AddStories(cards.Select(card => card.Id));
        List<StoryCard> page = [.. cards.Take(PageSize)];
        List<long> ids = [.. page.Select(card => card.Id)];
        var statements = (await StatementsAsync(sourceId, ids, cancellationToken)).ToLookup(statement => statement.StoryId);
        var texts = await TextsAsync(ids, cancellationToken);
        List<SourceStory> stories =
        [
            .. page.Select(card => new SourceStory(card, Views(statements[card.Id], texts, sourceId)))
                .Where(story => story.Statements.Count > 0),
        ];
        return new(stories, cards.Count > PageSize ? page[^1].Number : null);
    }

    /// <summary>The newest stories that lean on a source.</summary>
    internal Task<List<StoryCard>> CardsAsync(long sourceId, StoryKey? before, int count, CancellationToken cancellationToken)
    {
        var leans = db
            .Dependencies.AsNoTracking()
            .ShownToReaders(options.Value.Statements)
            .Where(lean => lean.SourceId == sourceId && lean.Story!.State == StoryState.Published);
        if (before is { } at)
            leans = leans.Where(lean =>
                lean.PublishedUtc <= at.PublishedUtc && (lean.PublishedUtc < at.PublishedUtc || lean.StoryId < at.Id)
            );
        return leans
            .OrderByDescending(lean => lean.PublishedUtc)
            .ThenByDescending(lean => lean.StoryId)
            .Take(count)
            .Select(lean => lean.Story!)
            .Cards(db)
            .ToListAsync(cancellationToken);
    }

    private Task<List<Statement>> StatementsAsync(long sourceId, IReadOnlyList<long> stories, CancellationToken cancellationToken) =>
        db
            .Statements.AsNoTracking()
            .Where(statement =>
                stories.Contains(statement.StoryId)
                && statement.Version!.Number == statement.Version.Story!.LiveVersion
                && statement.Review != Review.Rejected
                && statement.Hops.Any(link => link.SourceId == sourceId || link.IdentityId == sourceId)
            )
            .Include(statement => statement.Hops)
                .ThenInclude(link => link.Source)
            .Include(statement => statement.Hops)
                .ThenInclude(link => link.Identity)
            .OrderBy(statement => statement.StoryId)
            .ThenBy(statement => statement.Ordinal)
            .ToListAsync(cancellationToken);

    /// <summary>The live texts, by version: each once, however many statements it has.</summary>
    private Task<Dictionary<long, string>> TextsAsync(IReadOnlyList<long> stories, CancellationToken cancellationToken) =>
        db
            .Versions.AsNoTracking()
            .Where(version => stories.Contains(version.StoryId) && version.Number == version.Story!.LiveVersion)
            .Select(version => new { version.Id, version.Text })
            .ToDictionaryAsync(version => version.Id, version => version.Text, cancellationToken);

    private List<StatementView> Views(IEnumerable<Statement> statements, Dictionary<long, string> texts, long sourceId) =>
        [
            .. statements
                .Where(statement =>
                    statement.Hops.Any(link => link.Review != Review.Rejected && ReaderVisibility.SourceOf(link) == sourceId)
                    && texts.ContainsKey(statement.VersionId)
                )
                .SelectMany(statement => StatementView.ForReaders([statement], texts[statement.VersionId], options.Value.Statements)),
        ];
}
