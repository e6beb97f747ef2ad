using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Web;

/// <summary>
/// What is answered where something here went wrong: a page of its own, written without database and templates, either of which may
/// be what is broken. What went wrong is in the log and nowhere else.
/// </summary>
public static class ErrorPage
{
    /// <summary>Catches what everything after it throws; stands first.</summary>
    public static void UseErrorPage(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var site = app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value.Site;
        var page = Page(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(site.Name));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => WriteAsync(context, page) });
    }

    private static Task WriteAsync(HttpContext context, string page)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(page, context.RequestAborted);
    }

    private static string Page(string site) => $"""
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
        <head>
          <meta charset="utf-8">
          <title>Something went wrong – {site}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <meta name="robots" content="noindex">
          <link rel="stylesheet" href="/site.css">
          <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        </head>
        <body>
          <header class="masthead">
            <p class="brand"><a href="/">{site}</a></p>
            <nav aria-label="Sections"><ul><li><a href="/">Front page</a></li><li><a href="/archive">Archive</a></li></ul></nav>
          </header>
          <main id="main">
            <article class="notice">
              <p class="kicker">500</p>
              <h1>Something went wrong here</h1>
              <p>The fault is ours. Please try again in a minute.</p>
              <p>If you were sending something, it may not have arrived. Go back to see what you wrote.</p>
            </article>
          </main>
        </body>
        </html>

        """;
}
