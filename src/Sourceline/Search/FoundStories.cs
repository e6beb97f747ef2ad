using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Search.Queries;
using Sourceline.Settings;
using Sourceline.Sourcing;

namespace Sourceline.Search;

/// <summary>
/// Reads what a page of finds shows from the database, as it is at this moment: a story that was killed since the index last looked
/// is left out.
/// </summary>
internal sealed class FoundStories(NewsDb db, IOptions<SourcelineOptions> options)
{
    /// <summary>More than a version has statements.</summary>
    private const long Radix = 1 << 22;

    public async Task<IReadOnlyList<FoundStory>> ReadAsync(
        IReadOnlyList<(long StoryId, IReadOnlyList<int> Statements)> found,
        IReadOnlyList<WordPart> parts,
        CancellationToken cancellationToken
    )
    {
        var ids = found.Select(story => story.StoryId).ToArray();
        // The state is looked at here: asked for beside the rows, SQLite goes through all stories of that state.
        var rows = (
            await (
                from story in db.Stories.AsNoTracking()
                where EF.Parameter(ids).Contains(story.Id)
                from version in db.Versions.Where(version => version.StoryId == story.Id && version.Number == story.LiveVersion)
                select new Row(
                    story.Id,
                    story.Number,
                    story.Slug,
                    story.Language,
                    story.State,
                    story.PublishedUtc ?? default,
                    story.Category!.Name,
                    story.Category.Slug,
                    version.Id,
                    version.Headline,
                    version.Lead,
                    version.Text
                )
            ).ToListAsync(cancellationToken)
        )
            .Where(row => row.State == StoryState.Published)
            .ToDictionary(row => row.Id);
        var statements = await StatementsAsync(found, rows, cancellationToken);
        return
        [
            .. found
                .Where(story => rows.ContainsKey(story.StoryId))
                .Select(story => Story(rows[story.StoryId], story.Statements, statements, parts)),
        ];
    }

    private FoundStory Story(Row row, IReadOnlyList<int> shown, ILookup<long, Statement> statements, IReadOnlyList<WordPart> parts)
    {
        var marks = new Highlighter(parts, row.Language);
        var views = shown
            .Select(ordinal => statements[row.VersionId].FirstOrDefault(statement => statement.Ordinal == ordinal))
            .OfType<Statement>()
            .SelectMany(statement => StatementView.ForReaders([statement], row.Text, options.Value.Statements))
            .Select(view => new FoundStatement(view, marks.All(view.Words), marks.All(view.Sentence)));
        return new FoundStory(
            row.Id,
            row.Number,
            row.Slug,
            row.Language,
            row.PublishedUtc,
            row.Category,
            row.CategorySlug,
            marks.All(row.Headline),
            row.Lead,
            () => marks.Extract(row.Text[Math.Min(row.Text.Length, Sourceline.Stories.Html.StoryHtml.LeadStart(row.Headline))..]),
            [.. views]
        );
    }

    private async Task<ILookup<long, Statement>> StatementsAsync(
        IReadOnlyList<(long StoryId, IReadOnlyList<int> Statements)> found,
        Dictionary<long, Row> rows,
        CancellationToken cancellationToken
    )
    {
        var shown = found
            .Where(story => rows.ContainsKey(story.StoryId))
            .SelectMany(story => story.Statements.Select(ordinal => (rows[story.StoryId].VersionId, Ordinal: ordinal)))
            .ToList();
        if (shown.Count == 0)
            return Enumerable.Empty<Statement>().ToLookup(statement => statement.VersionId);
        // Each statement of these versions with all its hands would be many times what is shown. Pairs cannot be asked for, so each is one number.
        var versions = shown.Select(statement => statement.VersionId).Distinct().ToArray();
        var pairs = shown.Select(statement => (statement.VersionId * Radix) + statement.Ordinal).ToArray();
        var read = await db
            .Statements.AsNoTracking()
            .Where(statement =>
                EF.Parameter(versions).Contains(statement.VersionId)
                && statement.Review != Review.Rejected
                && EF.Parameter(pairs).Contains((statement.VersionId * Radix) + statement.Ordinal)
            )
            .ToDictionaryAsync(statement => statement.Id, cancellationToken);
        var ids = read.Keys.ToArray();
        // Read apart: included with the statements, SQLite joins all links there are first. Nothing is included, for that makes code anew for each row.
        var links = db
            .StatementHops.AsNoTracking()
            .Where(link => EF.Parameter(ids).Contains(link.StatementId))
            .Select(link => new
            {
                Link = link,
                link.Source,
                link.Identity,
            });
        await foreach (var hand in links.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            (hand.Link.Source, hand.Link.Identity) = (hand.Source, hand.Identity);
            read[hand.Link.StatementId].Hops.Add(hand.Link);
        }
        return read.Values.ToLookup(statement => statement.VersionId);
    }

    private sealed record Row(
        long Id,
        long Number,
        string Slug,
        string Language,
        StoryState State,
        DateTime PublishedUtc,
        string Category,
        string CategorySlug,
        long VersionId,
        string Headline,
        string? Lead,
        string Text
    );
}
