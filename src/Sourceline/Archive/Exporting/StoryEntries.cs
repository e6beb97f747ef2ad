using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Formats;
using Sourceline.Hosting;
using Sourceline.Statements;

namespace Sourceline.Archive.Exporting;

/// <summary>Published stories as other systems are given them, read a page at a time by key.</summary>
internal sealed class StoryEntries(NewsDbFactory databases, SiteTime time, IOptions<SourcelineOptions> options)
{
    private const int Page = 100;

    private readonly string _site = options.Value.Site.BaseUrl;

    /// <summary>In the order in which they came in.</summary>
    public async IAsyncEnumerable<FeedEntry> ReadAsync(ExportFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            await using var db = databases.Create();
            var after = last;
            var stories = await filter.Apply(db.Stories.AsNoTracking().Include(story => story.Category), time)
                .Where(story => story.Id > after).OrderBy(story => story.Id).Take(Page).ToListAsync(cancellationToken);
            if (stories.Count == 0) yield break;
            last = stories[^1].Id;
            var versions = await LiveAsync(db, stories, cancellationToken);
            var statements = await StatementsAsync(db, [.. versions.Values.Select(version => version.Id)], cancellationToken);
            foreach (var story in stories)
                if (versions.GetValueOrDefault(story.Id) is { } version) yield return Entry(story, version, statements[version.Id]);
        }
    }

    private static async Task<Dictionary<long, StoryVersion>> LiveAsync(NewsDb db, List<Story> stories, CancellationToken cancellationToken)
    {
        var ids = stories.ConvertAll(story => story.Id);
        // The live version alone: a newer one may be in the works, an older one is history.
        var versions = await db.Versions.AsNoTracking()
            .Where(version => ids.Contains(version.StoryId) && version.Number == version.Story!.LiveVersion)
            .ToListAsync(cancellationToken);
        return versions.ToDictionary(version => version.StoryId);
    }

    private static async Task<ILookup<long, Statement>> StatementsAsync(NewsDb db, List<long> versions, CancellationToken cancellationToken) =>
        (await db.Statements.AsNoTracking().Where(statement => versions.Contains(statement.VersionId))
            .Include(statement => statement.Links).ThenInclude(link => link.Source)
            .Include(statement => statement.Links).ThenInclude(link => link.Identity)
            .ToListAsync(cancellationToken)).ToLookup(statement => statement.VersionId);

    private FeedEntry Entry(Story story, StoryVersion version, IEnumerable<Statement> statements)
    {
        var published = new DateTimeOffset(story.PublishedUtc!.Value, TimeSpan.Zero);
        return new FeedEntry
        {
            Id = $"{_site}/{story.Number}",
            Number = story.Number,
            Url = new Uri(story.Slug.Length > 0 ? $"{_site}/{story.Number}/{story.Slug}" : $"{_site}/{story.Number}"),
            Headline = version.Headline,
            Lead = version.Lead,
            ContentHtml = version.BodyHtml.Length == 0 ? null : AbsoluteAddresses.In(version.BodyHtml, _site),
            Published = published,
            Updated = story.UpdatedUtc is { } updated ? new DateTimeOffset(updated, TimeSpan.Zero) : published,
            Categories = story.Category is { } category ? [category.Name] : [],
            Tags = [.. story.Tags],
            Byline = version.Byline,
            Place = version.Place,
            Language = story.Language,
            Version = version.Number,
            Sourcing = [.. StatementView.ForReaders(statements, version.Text, options.Value.Statements).SelectMany(Sourcing)],
        };
    }

    /// <summary>What readers of the site may see of a statement, in the same words: what no editor has confirmed says so.</summary>
    private static IEnumerable<FeedStatement> Sourcing(StatementView view) => view.Lines.Select(line => new FeedStatement
    {
        Sentence = ChainWords.Sentence(line, view.Statement.DateFrom, view.Statement.DateTo) + (view.Confirmed ? "." : $" ({ChainWords.Unconfirmed})."),
        Content = view.Words,
        Chain = [.. line.Stations.Select(station => station.Name)],
        Confirmed = view.Confirmed,
    });
}
