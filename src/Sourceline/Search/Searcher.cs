using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Search.Index;
using Sourceline.Search.Queries;
using Sourceline.Telemetry;

namespace Sourceline.Search;

/// <summary>Answers a request: the index says which stories, the database what readers may see of them at this moment.</summary>
internal sealed class Searcher(NewsDb db, SearchIndex index, FoundStories stories, SiteTime time, NewsMetrics metrics)
{
    /// <summary>Searches at one time; more wait their turn, so that no crowd of searches takes the machine from readers.</summary>
    private static readonly SemaphoreSlim Turns = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>Finds a page of stories.</summary>
    /// <param name="request">What is looked for.</param>
    /// <param name="problems">What is wrong with the request already.</param>
    /// <param name="words">The language of further problems.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<SearchAnswer> FindAsync(
        SearchRequest request,
        IReadOnlyList<string> problems,
        Localizer words,
        CancellationToken cancellationToken
    )
    {
        var parts = Read(request, ref problems, words);
        if (problems.Count > 0)
            return new SearchAnswer { Request = request, Problems = problems };
        var begun = NewsMetrics.Begin();
        var lookups = await LookUpAsync(request, cancellationToken);
        var (isThere, found) = await AskAsync(request, parts, lookups, Engine.PageSize, cancellationToken);
        if (!isThere)
            return new SearchAnswer { Request = request, State = IndexState.Missing };
        var answer = new SearchAnswer
        {
            Request = request,
            Next = found.Next,
            Loosely = found.Loosely,
            State = index.IsWhole ? IndexState.Ready : IndexState.Building,
        };
        var read = await stories.ReadAsync(found.Stories, parts, cancellationToken);
        if (await NumberedAsync(request, parts, cancellationToken) is { } numbered)
            read = [numbered, .. read.Where(story => story.Id != numbered.Id)];
        answer = answer with { Stories = read, Total = Math.Max(found.Tally.Stories, read.Count) };
        answer = await new Facets(db).AddAsync(answer, found.Tally, cancellationToken);
        metrics.Searched(begun);
        return answer;
    }

    /// <summary>The story whose number was asked for, such as <c>1228</c> or <c>No. 1228</c>; null where something else was.</summary>
    private async Task<FoundStory?> NumberedAsync(SearchRequest request, IReadOnlyList<WordPart> parts, CancellationToken cancellationToken)
    {
        if (request.After is not null || request.HasFilters || StoryNumber.Read(request.Words) is not { } number)
            return null;
        var id = await db
            .Stories.AsNoTracking()
            .Where(story => story.Number == number && story.State == StoryState.Published)
            .Select(story => story.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return id != 0 && await stories.ReadAsync([(id, [])], parts, cancellationToken) is [var found] ? found : null;
    }

    /// <summary>The rows of the newest stories that a request finds, for a feed.</summary>
    /// <returns>What is wrong with the request, which then finds nothing; the rows, null where there is no index.</returns>
    public async Task<(IReadOnlyList<string> Problems, IReadOnlyList<long>? Ids)> NewestAsync(
        SearchRequest request,
        IReadOnlyList<string> problems,
        int count,
        CancellationToken cancellationToken
    )
    {
        var newest = request with { Order = SearchOrder.Newest, After = null, Typing = false };
        var parts = Read(newest, ref problems, Localizer.English);
        if (problems.Count > 0)
            return (problems, []);
        var (isThere, found) = await AskAsync(newest, parts, await LookUpAsync(newest, cancellationToken), count, cancellationToken);
        return ([], isThere ? [.. found.Stories.Select(story => story.StoryId)] : null);
    }

    /// <summary>Takes the words apart, and adds what is wrong with them to the problems.</summary>
    private static IReadOnlyList<WordPart> Read(SearchRequest request, ref IReadOnlyList<string> problems, Localizer words)
    {
        var (parts, problem) = WordList.Read(request.Words, request.Typing, words);
        // What cannot be a word is looked for in vain, rather than left out of the search.
        if (problem is null && request.Words.Length > 0 && parts.Count == 0)
            problem = words["search.no-word"];
        if (problem is not null)
            problems = [.. problems, problem];
        return parts;
    }

    private async Task<(bool IsThere, HitPage Found)> AskAsync(
        SearchRequest request,
        IReadOnlyList<WordPart> parts,
        Lookups lookups,
        int count,
        CancellationToken cancellationToken
    )
    {
        await Turns.WaitAsync(cancellationToken);
        try
        {
            return (index.TrySearch(searcher => Engine.Find(searcher, request, parts, lookups, count), out var found), found);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<Lookups> LookUpAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        int? category = null;
        long? source = null;
        if (request.Category is { } categorySlug)
            category = await db
                .Categories.AsNoTracking()
                .Where(known => known.Slug == categorySlug)
                .Select(known => known.Id)
                .FirstOrDefaultAsync(cancellationToken);
        if (request.Source is { } sourceSlug)
            source = await db
                .Sources.AsNoTracking()
                .Where(known => known.Slug == sourceSlug)
                .Select(known => known.Id)
                .FirstOrDefaultAsync(cancellationToken);
        return new Lookups(
            category,
            source,
            await NamedAsync(request.Speaker, cancellationToken),
            await NamedAsync(request.Via, cancellationToken),
            request.From is { } from ? time.StartOf(from) : null,
            request.To is { } to ? time.StartOf(to.AddDays(1)) : null
        );
    }

    private async Task<long?> NamedAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is null)
            return null;
        var key = SourceName.Folded(name);
        return await db
            .SourceNames.AsNoTracking()
            .Where(known => known.Key == key)
            .Select(known => (long?)known.SourceId)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
