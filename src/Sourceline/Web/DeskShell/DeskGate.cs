using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Sourceline.Web.DeskShell;

/// <summary>
/// Shut by default: whatever stands below /desk, of whichever slice, wants a signed-in member of staff unless it says
/// <c>[AllowAnonymous]</c>, and is kept by no cache and no search engine.
/// </summary>
internal static class DeskGate
{
    public const string Root = "/desk";

    public static void UseDeskGate(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase), desk => desk.Use(Guard));

    private static async Task Guard(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        // As antiforgery itself words it, which otherwise warns in the log of every page that it had to.
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        var open = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (open || http.User.Identity is { IsAuthenticated: true })
            await next(http);
        else if (await KeptForm.ReadAsync(http) is { } form)
            await form.ShowAsync(http);
        else
            await http.ChallengeAsync();
    }
}
