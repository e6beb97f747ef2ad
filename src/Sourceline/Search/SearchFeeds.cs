using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Formats;
using Sourceline.Hosting;
using Sourceline.Search.Queries;
using Sourceline.Stories;

namespace Sourceline.Search;

/// <summary><c>/search/feed.rss</c> and its like: the newest stories that a search finds.</summary>
internal sealed class SearchFeeds(NewsDb db, Searcher searcher, FeedEntries entries, IOptions<SourcelineOptions> options)
{
    private const int Length = 40;

    private readonly SiteOptions _site = options.Value.Site;

    public async Task<IResult> GetAsync(string format, HttpRequest request, CancellationToken cancellationToken)
    {
        var (asked, problems) = RequestReader.Read(request.Query);
        if (problems.Count > 0) return Results.Text(string.Join('\n', problems), "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        var ids = await searcher.NewestAsync(asked, Length, cancellationToken);
        var stories = await entries.ReadAsync(db, ids, null, cancellationToken);
        var search = RequestReader.Write(asked with { After = null, Order = SearchOrder.Newest });
        return FeedAnswer.Of(format, new FeedDocument
        {
            Title = $"{_site.Name}: {What(asked)}",
            HomeUrl = new Uri($"{_site.BaseUrl}/search{search}"),
            SelfUrl = new Uri($"{_site.BaseUrl}/search/feed.{format}{search}"),
            Language = _site.Language,
            Updated = stories.Count == 0 ? DateTimeOffset.UnixEpoch : stories.Max(story => story.Updated),
            Entries = [.. stories],
        });
    }

    private static string What(SearchRequest asked)
    {
        string?[] parts = [asked.Speaker, asked.Via is { } via ? $"through {via}" : null, asked.Words.Length > 0 ? $"“{asked.Words}”" : null, asked.Source, asked.Category];
        return string.Join(", ", parts.OfType<string>().DefaultIfEmpty("search"));
    }
}
