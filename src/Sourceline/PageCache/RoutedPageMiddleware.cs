using Microsoft.Extensions.Primitives;
using Sourceline.Web.DeskShell;

namespace Sourceline.PageCache;

/// <summary>Answers for every public page that <see cref="PageCacheMiddleware"/> did not know by its letters; stands behind routing.</summary>
internal sealed class RoutedPageMiddleware(RequestDelegate next, CachedPages pages)
{
    public Task InvokeAsync(HttpContext context)
    {
        var marked = context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>();
        if (marked is null || context.Features.Get<PageRenderer.Made>() is not null)
            return next(context);
        // What is not found below the desk is told to those alone whom the gate lets in.
        if (context.Request.Path.StartsWithSegments(DeskGate.Root, StringComparison.OrdinalIgnoreCase))
            return next(context);
        // Another method has no page; its answer says which there are.
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return next(context);
        return AnswerAsync(context, marked);
    }

    private async Task AnswerAsync(HttpContext context, PublicPageAttribute marked)
    {
        if (WithoutSlash(context.Request) is { } address)
        {
            PageSender.Head(context.Response, StatusCodes.Status301MovedPermanently, null, address);
            return;
        }
        var asked = context.Request.Path.ToUriComponent() + context.Request.QueryString;
        var own = marked.Query is { } query ? OwnAddress(context.Request, query) : asked;
        if (pages.TrySend(context, own) is { } sent)
        {
            await sent;
            return;
        }
        // Routing reads capital letters as small ones; no page's own address has any, and one of ten letters can be written in a thousand ways.
        var keep =
            (marked.Query is not null || !context.Request.QueryString.HasValue)
            && !context.Request.Path.Value.AsSpan().ContainsAnyInRange('A', 'Z');
        var page = await pages.MakeAsync(own, keep).WaitAsync(context.RequestAborted);
        // A redirect passes on what was asked with it, and an address elsewhere may lie in a query that no page here reads.
        if (!page.IsKept && own != asked)
            page = await pages.MakeAsync(asked, keep: false).WaitAsync(context.RequestAborted);
        await PageSender.SendAsync(context, page);
    }

    /// <summary>The path with the parameters that the page reads, in the order in which it names them.</summary>
    private static string OwnAddress(HttpRequest request, string names)
    {
        var path = request.Path.ToUriComponent();
        if (!request.QueryString.HasValue)
            return path;
        var query = QueryString.Empty;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (request.Query.TryGetValue(name, out StringValues values))
                query = query.Add(QueryString.Create([KeyValuePair.Create(name, values)]));
        }
        return path + query;
    }

    /// <summary>One page, one address: <c>/archive/</c> is <c>/archive</c>.</summary>
    private static string? WithoutSlash(HttpRequest request)
    {
        var path = request.Path.Value!;
        if (path.Length < 2 || path[^1] != '/')
            return null;
        // A path of slashes alone would become an address of another host.
        var trimmed = path.TrimEnd('/').TrimStart('/');
        return new PathString('/' + trimmed).ToUriComponent() + request.QueryString;
    }
}
