using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats.Writing;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Settings;
using Sourceline.Sourcing;
using Sourceline.Web;

namespace Sourceline.Syndication;

/// <summary>Published stories as other systems are given them, in feeds and exports: the live text, and who says what in it.</summary>
public sealed class FeedEntries(SiteTime time, Localizer words, IOptions<SourcelineOptions> options)
{
    private readonly string _site = options.Value.Site.BaseUrl;

    /// <summary>The stories of the ids in the order given; one that is not public is left out.</summary>
    /// <param name="db">Where they are read.</param>
    /// <param name="ids">Their ids, not their numbers.</param>
    /// <param name="parts">What the feed is made of, to which the stories' translations are added; null where it is not kept.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(
        NewsDb db,
        IReadOnlyList<long> ids,
        PageParts? parts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        // The live version alone: a newer one may be in the works, an older one is history.
        // The state is looked at here: asked for beside the rows, SQLite goes through all stories of that state.
        var versions = (
            await db
                .Versions.AsNoTracking()
                .Include(version => version.Story)
                    .ThenInclude(story => story!.Category)
                .Where(version => ids.Contains(version.StoryId) && version.Number == version.Story!.LiveVersion)
                .ToListAsync(cancellationToken)
        )
            .Where(version => version.Story!.State == StoryState.Published)
            .ToDictionary(version => version.StoryId);
        var live = versions.Values.Select(version => version.Id).ToList();
        var statements = (
            await db
                .Statements.AsNoTracking()
                .Where(statement => live.Contains(statement.VersionId))
                .Include(statement => statement.Hops)
                    .ThenInclude(link => link.Source)
                .Include(statement => statement.Hops)
                    .ThenInclude(link => link.Identity)
                .ToListAsync(cancellationToken)
        ).ToLookup(statement => statement.VersionId);
        var sets = await TranslationSets.ReadAsync(db, versions.Values.Select(version => version.Story!), parts, cancellationToken);
        return
        [
            .. ids.Where(versions.ContainsKey)
                .Select(id => Entry(versions[id].Story!, versions[id], statements[versions[id].Id], sets.Of(versions[id].Story!))),
        ];
    }

    private FeedEntry Entry(Story story, StoryVersion version, IEnumerable<Statement> statements, IEnumerable<Alternate> languages)
    {
        // Without the slug, which follows the headline: what a reader of the feed has seen once is known again.
        var id = string.Create(CultureInfo.InvariantCulture, $"{_site}/{story.Number}");
        var page = new Uri(_site + SiteRoutes.Story(story.Number, story.Slug));
        return new FeedEntry
        {
            Id = id,
            Number = story.Number,
            Url = page,
            Headline = version.Headline,
            Lead = version.Lead,
            ContentHtml = version.BodyHtml.Length == 0 ? null : AbsoluteUrls.In(version.BodyHtml, page),
            Published = time.Local(story.PublishedUtc!.Value),
            Updated = time.Local(story.UpdatedUtc ?? story.PublishedUtc.Value),
            Categories = story.Category is { } category ? [category.Name] : [],
            Tags = [.. story.Tags],
            Byline = version.Byline,
            Place = version.Place,
            Language = story.Language,
            Translations =
            [
                .. languages
                    .Where(other => other.Number != story.Number)
                    .Select(other => new FeedTranslation(other.Language, new Uri(_site + other.Address))),
            ],
            Version = version.Number,
            Sourcing = [.. StatementView.ForReaders(statements, version.Text, options.Value.Statements).SelectMany(Sourcing)],
        };
    }

    /// <summary>What readers of the site may see of a statement, in the same words: what no editor has confirmed says so.</summary>
    private IEnumerable<FeedStatement> Sourcing(StatementView view) =>
        view.Chains.Select(line => new FeedStatement
        {
            Sentence =
                ChainWords.Sentence(words, line, view.Statement.DateFrom, view.Statement.DateTo)
                + (view.Confirmed ? null : $" {words["review.unchecked"]}"),
            Content = view.Words,
            Chain = [.. line.Hops.Select(station => station.Identity?.Name ?? station.Name)],
            Polarity = view.Statement.Polarity == Polarity.Asserts ? null : view.Statement.Polarity.Machine(),
            Confirmed = view.Confirmed,
        });
}
