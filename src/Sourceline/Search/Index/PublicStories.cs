using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Settings;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;

namespace Sourceline.Search.Index;

/// <summary>Reads what is public right now for the index: the live versions of published stories, with the statements that readers are shown.</summary>
internal sealed class PublicStories(NewsDbFactory dbs, SiteTime time, IOptions<SourcelineOptions> options)
{
    private readonly StatementOptions _shown = options.Value.Statements;

    /// <summary>Those of the rows that are public; the others are left out.</summary>
    /// <param name="ids">A few hundred at most.</param>
    public async Task<List<IndexedStory>> ReadAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var stories = (await Rows(db, db.Stories.Where(story => ids.Contains(story.Id))).ToListAsync(cancellationToken)).FindAll(IsPublic);
        return await WithStatementsAsync(db, stories, cancellationToken);
    }

    /// <summary>The next public stories after a row, in the order of rows; none at the end.</summary>
    public async Task<List<IndexedStory>> ReadAfterAsync(long id, int limit, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        while (true)
        {
            var after = id;
            var rows = await Rows(db, db.Stories.Where(story => story.Id > after))
                .OrderBy(row => row.StoryId)
                .Take(limit)
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return [];
            id = rows[^1].StoryId;
            if (rows.FindAll(IsPublic) is { Count: > 0 } stories)
                return await WithStatementsAsync(db, stories, cancellationToken);
        }
    }

    /// <summary>Looked at here: asked for beside rows, SQLite goes through all stories of that state for each question.</summary>
    private static bool IsPublic(Row row) => row.State == StoryState.Published;

    private static IQueryable<Row> Rows(NewsDb db, IQueryable<Story> stories) =>
        from story in stories.AsNoTracking()
        from version in db.Versions.Where(version => version.StoryId == story.Id && version.Number == story.LiveVersion)
        select new Row
        {
            StoryId = story.Id,
            Number = story.Number,
            State = story.State,
            PublishedUtc = story.PublishedUtc ?? default,
            CategoryId = story.CategoryId,
            Language = story.Language,
            VersionId = version.Id,
            Headline = version.Headline,
            Text = version.Text,
        };

    private async Task<List<IndexedStory>> WithStatementsAsync(NewsDb db, List<Row> stories, CancellationToken cancellationToken)
    {
        var versions = stories.ConvertAll(story => story.VersionId);
        var statements = (
            await db
                .Statements.AsNoTracking()
                .Where(statement => versions.Contains(statement.VersionId) && statement.Review != Review.Rejected)
                .OrderBy(statement => statement.Ordinal)
                .ToListAsync(cancellationToken)
        ).ToLookup(statement => statement.VersionId);
        var links = await db
            .StatementHops.AsNoTracking()
            .Where(link => versions.Contains(link.Statement!.VersionId) && link.Review != Review.Rejected)
            .OrderBy(link => link.Chain)
            .ThenBy(link => link.Position)
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(db, links, cancellationToken);
        var byStatement = links.ToLookup(link => link.StatementId);
        return stories.ConvertAll(story =>
            Story(
                story,
                [
                    .. statements[story.VersionId]
                        .Where(statement => StatementView.IsShown(statement, story.Text, _shown))
                        .Select(statement => Statement(statement, story.Text, [.. byStatement[statement.Id]], names)),
                ]
            )
        );
    }

    private IndexedStory Story(Row row, IReadOnlyList<IndexedStatement> statements) =>
        new(
            row.StoryId,
            row.Number,
            row.PublishedUtc,
            time.Day(row.PublishedUtc).Year,
            row.CategoryId,
            row.Language,
            row.Headline,
            row.Text[Math.Min(row.Text.Length, StoryHtml.LeadStart(row.Headline))..],
            statements
        );

    private static IndexedStatement Statement(
        Statement statement,
        string text,
        IReadOnlyList<StatementHop> links,
        ILookup<long, string> names
    )
    {
        var ends = links.GroupBy(link => link.Chain).Select(chain => chain.Last());
        return new IndexedStatement(
            statement.Ordinal,
            string.Join(" … ", statement.Content.Select(span => span.Of(text))),
            statement.Polarity,
            [.. ends.SelectMany(link => Names(link, names)).Distinct()],
            [.. links.SelectMany(link => Names(link, names)).Distinct()]
        );
    }

    /// <summary>Every name of a hand that readers are told of: its own here and elsewhere, its office, and who it is.</summary>
    private static IEnumerable<IndexedName> Names(StatementHop link, ILookup<long, string> names)
    {
        var who = ReaderVisibility.SourceOf(link);
        yield return new(link.Name, who);
        if (link.Role is { Length: > 0 } role)
            yield return new(role, null);
        if (who is not { } source)
            yield break;
        foreach (var name in names[source].Where(name => name != link.Name))
            yield return new(name, who, IsFromElsewhere: true);
    }

    private static async Task<ILookup<long, string>> NamesAsync(NewsDb db, List<StatementHop> links, CancellationToken cancellationToken)
    {
        var ids = links.Select(ReaderVisibility.SourceOf).OfType<long>().Distinct().ToList();
        var rows = new List<(long Id, string Name)>();
        foreach (var some in ids.Chunk(500))
        {
            var read = await db
                .SourceNames.AsNoTracking()
                .Where(name => some.Contains(name.SourceId))
                .OrderBy(name => name.Key)
                .Select(name => new { name.SourceId, name.Name })
                .ToListAsync(cancellationToken);
            rows.AddRange(read.Select(name => (name.SourceId, name.Name)));
            var own = await db
                .Sources.AsNoTracking()
                .Where(source => some.Contains(source.Id))
                .Select(source => new { source.Id, source.Name })
                .ToListAsync(cancellationToken);
            rows.AddRange(own.Select(source => (source.Id, source.Name)));
        }
        return rows.Distinct().ToLookup(row => row.Id, row => row.Name);
    }

    private sealed class Row
    {
        public required long StoryId { get; init; }

        public required long Number { get; init; }

        public required StoryState State { get; init; }

        public required DateTime PublishedUtc { get; init; }

        public required int CategoryId { get; init; }

        public required string Language { get; init; }

        public required long VersionId { get; init; }

        public required string Headline { get; init; }

        public required string Text { get; init; }
    }
}
