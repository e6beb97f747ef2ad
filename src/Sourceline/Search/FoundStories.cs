using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Hosting;
using Sourceline.Search.Queries;
using Sourceline.Statements;

namespace Sourceline.Search;

/// <summary>
/// Reads what a page of finds shows from the database, as it is at this moment: a story that was killed since the index last looked
/// is left out.
/// </summary>
internal sealed class FoundStories(NewsDb db, IOptions<SourcelineOptions> options)
{
    public async Task<IReadOnlyList<FoundStory>> ReadAsync(
        IReadOnlyList<(long StoryId, IReadOnlyList<int> Statements)> found, IReadOnlyList<WordPart> parts, CancellationToken cancellationToken)
    {
        var ids = found.Select(story => story.StoryId).ToList();
        // The state is looked at here: asked for beside the rows, SQLite goes through all stories of that state.
        var rows = (await (
            from story in db.Stories.AsNoTracking()
            where ids.Contains(story.Id)
            from version in db.Versions.Where(version => version.StoryId == story.Id && version.Number == story.LiveVersion)
            select new Row(
                story.Id, story.Number, story.Slug, story.Language, story.State, story.PublishedUtc ?? default, story.Category!.Name, story.Category.Slug,
                version.Id, version.Headline, version.Lead, version.Text)).ToListAsync(cancellationToken))
            .Where(row => row.State == StoryState.Published).ToDictionary(row => row.Id);
        var statements = await StatementsAsync(found, rows, cancellationToken);
        return [.. found.Where(story => rows.ContainsKey(story.StoryId)).Select(story => Story(rows[story.StoryId], story.Statements, statements, parts))];
    }

    private FoundStory Story(Row row, IReadOnlyList<int> shown, ILookup<long, Statement> statements, IReadOnlyList<WordPart> parts)
    {
        var marks = new Marks(parts, row.Language);
        var views = shown.Select(ordinal => statements[row.VersionId].FirstOrDefault(statement => statement.Ordinal == ordinal)).OfType<Statement>()
            .SelectMany(statement => StatementView.ForReaders([statement], row.Text, options.Value.Statements))
            .Select(view => new FoundStatement(view, marks.All(view.Words)));
        return new FoundStory(
            row.Id, row.Number, row.Slug, row.Language, row.PublishedUtc, row.Category, row.CategorySlug, marks.All(row.Headline), row.Lead,
            marks.Extract(row.Text[Math.Min(row.Text.Length, Stories.StoryHtml.LeadStart(row.Headline))..]), [.. views]);
    }

    private async Task<ILookup<long, Statement>> StatementsAsync(
        IReadOnlyList<(long StoryId, IReadOnlyList<int> Statements)> found, Dictionary<long, Row> rows, CancellationToken cancellationToken)
    {
        var shown = found.Where(story => story.Statements.Count > 0 && rows.ContainsKey(story.StoryId))
            .SelectMany(story => story.Statements.Select(ordinal => (rows[story.StoryId].VersionId, Ordinal: ordinal))).ToHashSet();
        if (shown.Count == 0) return Enumerable.Empty<Statement>().ToLookup(statement => statement.VersionId);
        var versions = shown.Select(statement => statement.VersionId).Distinct().ToList();
        // Pairs cannot be asked for; each statement of these versions with all its hands would be many times what is shown.
        var wanted = (await db.Statements.AsNoTracking().Where(statement => versions.Contains(statement.VersionId) && statement.Review != Review.Rejected)
            .Select(statement => new { statement.Id, statement.VersionId, statement.Ordinal }).ToListAsync(cancellationToken))
            .Where(statement => shown.Contains((statement.VersionId, statement.Ordinal))).Select(statement => statement.Id).ToList();
        var read = await db.Statements.AsNoTracking()
            .Where(statement => wanted.Contains(statement.Id))
            .Include(statement => statement.Links).ThenInclude(link => link.Source)
            .Include(statement => statement.Links).ThenInclude(link => link.Identity)
            .ToListAsync(cancellationToken);
        return read.ToLookup(statement => statement.VersionId);
    }

    private sealed record Row(
        long Id, long Number, string Slug, string Language, StoryState State, DateTime PublishedUtc, string Category, string CategorySlug,
        long VersionId, string Headline, string? Lead, string Text);
}
