using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Search.Queries;

namespace Sourceline.Search.Pages;

/// <summary><c>/search</c>: a form that asks by its address, and what was found.</summary>
[ReadOnlyPage]
public sealed class SearchModel(Localizer words) : PageModel
{
    internal SearchAnswer Answer { get; private set; } = null!;

    internal SearchRequest Asked => Answer.Request;

    /// <summary>The order where it was chosen, so that other words are found in it as well; null where it is what the words ask for.</summary>
    internal string? ChosenOrder => RequestReader.ChosenOrder(Asked);

    /// <summary>The address of the same search with something changed, from its first page.</summary>
    internal string With(Func<SearchRequest, SearchRequest> change) =>
        "/search" + RequestReader.Write(change(Asked with { After = null, Typing = false }));

    internal string Feed(string format) =>
        $"/search/feed.{format}{RequestReader.Write(Asked with { After = null, Order = SearchOrder.Newest })}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var searcher = HttpContext.RequestServices.GetRequiredService<Searcher>();
        var (request, problems) = RequestReader.Read(Request.Query, words);
        Answer = await searcher.FindAsync(request, problems, words, cancellationToken);
        if (Answer.Problems.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        if (Answer.State == IndexState.Missing)
            (Response.StatusCode, Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "5");
        Response.Headers.CacheControl = "no-cache";
        ViewData["Title"] = Title();
        // Each search is a page of its own; none of them says more than the stories do.
        ViewData["Robots"] = "noindex, follow";
    }

    private string Title()
    {
        string?[] asked = [Asked.Speaker ?? Asked.Via, Asked.Words.Length > 0 ? words["search.quoted", Asked.Words] : null];
        var named = asked.OfType<string>().ToList();
        return named.Count == 0 ? words["search.title"] : words["search.title-of", Argument.Words(words.List(named))];
    }
}
