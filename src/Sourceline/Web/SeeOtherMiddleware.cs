namespace Sourceline.Web;

/// <summary>
/// Answers a form with 303 where a page says 302: the browser is to fetch the page that follows, not to send the form there
/// (RFC 9110, 15.4.4).
/// </summary>
public static class SeeOtherMiddleware
{
    public static void UseSeeOther(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(
            (context, next) =>
            {
                if (HttpMethods.IsPost(context.Request.Method))
                    context.Response.OnStarting(static state => Mend(((HttpContext)state).Response), context);
                return next(context);
            }
        );
    }

    private static Task Mend(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status302Found)
            response.StatusCode = StatusCodes.Status303SeeOther;
        return Task.CompletedTask;
    }
}
