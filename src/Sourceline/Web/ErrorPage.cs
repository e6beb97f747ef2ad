using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Localization;
using Sourceline.Settings;

namespace Sourceline.Web;

/// <summary>
/// What is answered where something here went wrong: a page of its own, written without database and templates, either of which may
/// be what is broken. What went wrong is in the log and nowhere else.
/// </summary>
public static class ErrorPage
{
    /// <summary>Letters of all scripts go out as they are.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Catches what everything after it throws; stands first.</summary>
    public static void UseErrorPage(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var site = app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value.Site;
        var (page, away) = (Page(StatusCodes.Status500InternalServerError), Page(StatusCodes.Status503ServiceUnavailable));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => WriteAsync(context, page, away) });

        string Page(int status) => ErrorPage.Page(status, site.Name, app.Services.GetRequiredService<Localizer>());
    }

    private static Task WriteAsync(HttpContext context, string page, string away)
    {
        var isAway = DatabaseAway.Is(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        context.Response.StatusCode = isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        if (isAway)
            context.Response.Headers.RetryAfter = "5";
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync(isAway ? away : page, context.RequestAborted);
    }

    private static string Page(int status, string site, Localizer words)
    {
        string Text(string text) => Encoder.Encode(text);
        return $"""
            <!DOCTYPE html>
            <html lang="{Text(words.Lang)}" dir="{words.Dir}">
            <head>
              <meta charset="utf-8">
              <title>{Text(words["layout.title", words["error.title"], site])}</title>
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <meta name="robots" content="noindex">
              <link rel="stylesheet" href="/site.css">
              <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            </head>
            <body>
              <header class="masthead">
                <div class="name"><p class="brand"><a href="/">{Text(site)}</a></p></div>
                <nav class="sections" aria-label="{Text(words["layout.sections"])}"><ul><li><a href="/">{Text(
                words["layout.front"]
            )}</a></li><li><a href="/archive">{Text(words["layout.archive"])}</a></li></ul></nav>
              </header>
              <main id="main">
                <article class="notice">
                  <p class="kicker">{Text(words.Digits(status))}</p>
                  <h1>{Text(words["error.title"])}</h1>
                  <p>{Text(words["error.ours"])}</p>
                  <p>{Text(words["error.sending"])}</p>
                </article>
              </main>
            </body>
            </html>

            """;
    }
}
