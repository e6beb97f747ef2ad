using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Web;

/// <summary>What every answer says to the browser about what it may do with it.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// No script but our own files, no style but our own, no frame, no plug-in. Pictures may come from elsewhere over https: an
    /// imported story keeps showing those that could not be fetched.
    /// </summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' https: data:; media-src 'self' https:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Tells browsers to use https alone (RFC 6797) where the site's public URL is https and no name of this machine.</summary>
    public static void UseTransportSecurity(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var site = app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value.Site.BaseUrl;
        if (!Uri.TryCreate(site, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.IsLoopback)
            return;
        app.Use(
            (context, next) =>
            {
                context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
                return next(context);
            }
        );
    }

    /// <summary>Adds the headers to every answer; what an endpoint has set itself stays.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(
                    static state =>
                    {
                        Add(((HttpContext)state).Response.Headers);
                        return Task.CompletedTask;
                    },
                    context
                );
                return next(context);
            }
        );
    }

    /// <summary>Adds those that are not set.</summary>
    public static void Add(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.TryAdd("Content-Security-Policy", PagePolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    }
}
