using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Formats.Writing;
using Sourceline.Localization;
using Sourceline.Search.Queries;
using Sourceline.Settings;
using Sourceline.Syndication;

namespace Sourceline.Search;

/// <summary><c>/search/feed.rss</c> and its like: the newest stories that a search finds.</summary>
internal sealed class SearchFeeds(NewsDb db, Searcher searcher, FeedEntries entries, IOptions<SourcelineOptions> options)
{
    private const int Length = 40;

    private readonly SiteOptions _site = options.Value.Site;

    public async Task<IResult> GetAsync(string format, HttpContext context, CancellationToken cancellationToken)
    {
        var (asked, unread) = RequestReader.Read(context.Request.Query, Localizer.English);
        var (problems, ids) = await searcher.NewestAsync(asked, unread, Length, cancellationToken);
        if (problems.Count > 0)
            return Refusal(string.Join('\n', problems), StatusCodes.Status400BadRequest);
        if (ids is null)
        {
            // An empty feed would say that what was in it is gone.
            context.Response.Headers.RetryAfter = "5";
            return Refusal("The index of the archive is not ready.", StatusCodes.Status503ServiceUnavailable);
        }
        var stories = await entries.ReadAsync(db, ids, null, cancellationToken);
        var search = RequestReader.Write(asked with { After = null, Order = SearchOrder.Newest });
        return FeedResponse.Of(
            format,
            new FeedDocument
            {
                Title = $"{_site.Name}: {What(asked)}",
                HomeUrl = new Uri($"{_site.BaseUrl}/search{search}"),
                SelfUrl = new Uri($"{_site.BaseUrl}/search/feed.{format}{search}"),
                Language = _site.Language,
                Updated = stories.Count == 0 ? DateTimeOffset.UnixEpoch : stories.Max(story => story.Updated),
                Entries = [.. stories],
            }
        );
    }

    private static IResult Refusal(string why, int status) => Results.Text(why, "text/plain; charset=utf-8", statusCode: status);

    private static string What(SearchRequest asked)
    {
        string?[] parts =
        [
            asked.Speaker,
            asked.Via is { } via ? $"through {via}" : null,
            asked.Words.Length > 0 ? $"“{asked.Words}”" : null,
            asked.Source,
            asked.Category,
        ];
        return string.Join(", ", parts.OfType<string>().DefaultIfEmpty("search"));
    }
}
