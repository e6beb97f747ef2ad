using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Formats;
using Sourceline.Hosting;
using Sourceline.Statements;
using Sourceline.Stories;

namespace Sourceline.Site;

/// <summary>Makes listed stories into entries of a feed, with their texts and who says what in them.</summary>
internal sealed class FeedEntries(NewsDb db, SiteTime time, IOptions<SourcelineOptions> options)
{
    private readonly SiteOptions _site = options.Value.Site;

    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(IReadOnlyList<StoryCard> stories, CancellationToken cancellationToken)
    {
        var ids = stories.Select(story => story.Id).ToList();
        var versions = await db.Versions.AsNoTracking().Where(version => ids.Contains(version.StoryId) && version.Number == version.Story!.LiveVersion)
            .ToDictionaryAsync(version => version.StoryId, cancellationToken);
        var live = versions.Values.Select(version => version.Id).ToList();
        var statements = (await db.Statements.AsNoTracking()
            .Where(statement => live.Contains(statement.VersionId) && statement.Review != Review.Rejected)
            .Include(statement => statement.Links).ThenInclude(link => link.Source)
            .Include(statement => statement.Links).ThenInclude(link => link.Identity)
            .ToListAsync(cancellationToken)).ToLookup(statement => statement.VersionId);
        return [.. stories.Where(story => versions.ContainsKey(story.Id)).Select(story => Entry(story, versions[story.Id], statements[versions[story.Id].Id]))];
    }

    private FeedEntry Entry(StoryCard story, StoryVersion version, IEnumerable<Statement> statements) => new()
    {
        // Without the slug, which follows the headline: what a reader of the feed has seen once is known again.
        Id = string.Create(CultureInfo.InvariantCulture, $"{_site.BaseUrl}/{story.Number}"),
        Number = story.Number,
        Url = new Uri(_site.BaseUrl + story.Address),
        Headline = story.Headline,
        Lead = story.Lead,
        ContentHtml = Absolute(version.BodyHtml),
        Published = time.Local(story.PublishedUtc),
        Updated = time.Local(story.UpdatedUtc ?? story.PublishedUtc),
        Categories = [story.Section],
        Byline = story.Byline,
        Place = version.Place,
        Language = story.Language == _site.Language ? null : story.Language,
        Version = version.Number,
        Sourcing = [.. StatementView.ForReaders(statements, version.Text, options.Value.Statements).SelectMany(Sourcing)],
    };

    private static IEnumerable<FeedStatement> Sourcing(StatementView view) => view.Lines.Select(line => new FeedStatement
    {
        Sentence = ChainWords.Sentence(line, view.Statement.DateFrom, view.Statement.DateTo) + (view.Confirmed ? "." : $" ({ChainWords.Unconfirmed})."),
        Content = view.Words,
        Chain = [.. line.Stations.Select(station => station.Name)],
        Confirmed = view.Confirmed,
    });

    /// <summary>A feed is read elsewhere: addresses of this site are made whole.</summary>
    private string Absolute(string html)
    {
        if (!html.Contains("=\"/", StringComparison.Ordinal)) return html;
        var body = StoryHtml.Parse(html);
        foreach (var element in body.QuerySelectorAll("[href],[src]"))
        {
            foreach (var name in new[] { "href", "src" })
            {
                if (element.GetAttribute(name) is ['/', not '/', ..] path) element.SetAttribute(name, _site.BaseUrl + path);
            }
        }
        return body.InnerHtml;
    }
}
