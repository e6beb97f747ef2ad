using Microsoft.AspNetCore.Http.Features;

namespace Sourceline.PageCache;

/// <summary>
/// Answers for a kept page before anything else of the server is asked: no routing, no identity, nothing made. The address must be
/// letter by letter the one that the page is kept under; any other way to write it goes the long way and arrives at the same page.
/// </summary>
internal sealed class PageCacheMiddleware(RequestDelegate next, CachedPages pages)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var sent =
            HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? pages.TrySend(context, request.RawTarget) : null;
        return sent ?? next(context);
    }
}
