using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Localization;
using Sourceline.Search.Queries;
using Sourceline.Settings;
using Sourceline.Sourcing;
using Sourceline.Web;

namespace Sourceline.Search;

/// <summary><c>/api/search</c>: the search for programs; docs/search-api.md describes it.</summary>
internal sealed class SearchApi(Searcher searcher, SiteTime time, Localizer words, IOptions<SourcelineOptions> options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The answer is JSON and called so, never a part of a page: what HTML knows needs no escape.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private const string NotReady = "The index of the archive is not ready.";

    private const string Away = "The database does not answer at the moment.";

    private readonly string _site = options.Value.Site.BaseUrl;

    public async Task<IResult> GetAsync(HttpContext context)
    {
        try
        {
            return await AnswerAsync(context);
        }
        catch (Exception e) when (DatabaseAway.Is(e))
        {
            context.Response.Headers.RetryAfter = "5";
            return Problem(StatusCodes.Status503ServiceUnavailable, Away, [Away]);
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var (request, unread) = RequestReader.Read(context.Request.Query, Localizer.English);
        // A program that misspells a parameter would take everything for what it asked for; a page's address may carry what others added to it.
        IReadOnlyList<string> problems = RequestReader.Strange(context.Request.Query) is { } strange ? [strange, .. unread] : unread;
        var answer = await searcher.FindAsync(request, problems, Localizer.English, context.RequestAborted);
        if (answer.Problems.Count > 0)
            return Problem(StatusCodes.Status400BadRequest, "The request cannot be read.", answer.Problems);
        if (answer.State == IndexState.Missing)
        {
            context.Response.Headers.RetryAfter = "5";
            return Problem(StatusCodes.Status503ServiceUnavailable, NotReady, [NotReady]);
        }
        return Results.Json(
            new SearchReply(
                answer.Total,
                answer.State == IndexState.Ready,
                answer.Loosely,
                answer.Next is { } next ? next.ToString() : null,
                answer.Next is { } more ? $"{_site}/api/search{RequestReader.Write(request with { After = more, Typing = false })}" : null,
                new FacetReply(answer.Categories, answer.Sources, answer.Years),
                [.. answer.Stories.Select(Story)]
            ),
            Json
        );
    }

    /// <summary>RFC 9457, with every problem in a sentence as an extension (section 3.2).</summary>
    private static IResult Problem(int status, string title, IReadOnlyList<string> problems) =>
        Results.Json(
            new
            {
                title,
                status,
                detail = string.Join(' ', problems),
                problems,
            },
            Json,
            "application/problem+json",
            status
        );

    private StoryReply Story(FoundStory story) =>
        new(
            story.Number,
            _site + SiteRoutes.Story(story.Number, story.Slug),
            story.Language,
            LocalDates.Machine(time.Local(story.PublishedUtc)),
            new(story.CategorySlug, story.Category),
            Text(story.Headline),
            Highlighter.Html(story.Headline),
            story.Lead,
            story.Extract() is { } extract ? Highlighter.Html(extract) : null,
            [.. story.Statements.Select(Statement)]
        );

    private StatementReply Statement(FoundStatement said) =>
        new(
            said.View.Words,
            Highlighter.Html(said.Words),
            said.View.Confirmed,
            said.View.Confirmed ? null : words["review.automatic"],
            said.View.Statement.Polarity.Machine(),
            said.View.Statement.Hedge,
            said.View.Statement.DateFrom,
            said.View.Statement.DateTo,
            [
                .. said.View.Chains.Select(line => new ChainReply(
                    ChainWords.Sentence(words, line, said.View.Statement.DateFrom, said.View.Statement.DateTo),
                    line.Confirmed,
                    line.IsOpen,
                    [.. line.Hops.Select(Hand)]
                )),
            ]
        );

    private HandReply Hand(HopView station) =>
        new(
            station.Name,
            station.Kind,
            station.Role,
            station.Basis,
            station.Confirmed,
            station.Slug is { } slug ? _site + SiteRoutes.Source(slug) : null,
            station.Identity is { } who ? Hand(who) : null
        );

    private static string Text(IEnumerable<MarkedPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    private sealed record SearchReply(
        int Total,
        bool Complete,
        bool Loosely,
        string? Next,
        string? NextUrl,
        FacetReply Facets,
        IReadOnlyList<StoryReply> Stories
    );

    private sealed record FacetReply(IReadOnlyList<Facet> Categories, IReadOnlyList<Facet> Sources, IReadOnlyList<Facet> Years);

    private sealed record CategoryReply(string Key, string Name);

    private sealed record StoryReply(
        long Number,
        string Url,
        string Language,
        string Published,
        CategoryReply Category,
        string Headline,
        string HeadlineHtml,
        string? Lead,
        string? ExtractHtml,
        IReadOnlyList<StatementReply> Statements
    );

    private sealed record StatementReply(
        string Words,
        string WordsHtml,
        bool Confirmed,
        string? Remark,
        string Polarity,
        string? Hedge,
        DateOnly? From,
        DateOnly? To,
        IReadOnlyList<ChainReply> Chains
    );

    private sealed record ChainReply(string Sentence, bool Confirmed, bool Open, IReadOnlyList<HandReply> Hands);

    private sealed record HandReply(
        string Name,
        SourceKind Kind,
        string? Role,
        Basis Basis,
        bool Confirmed,
        string? Url,
        HandReply? Identity
    );
}
