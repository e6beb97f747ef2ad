using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Sourceline.Site;

/// <summary>A page of any slice that finds nothing shows the site's own 404 rather than none. Feeds and other addresses for programs are no pages.</summary>
internal sealed class NotFoundFilter(MissingPages missing) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is NotFoundResult)
            context.Result = missing.NotFound(context.ModelState);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // The answer is written.
    }
}
