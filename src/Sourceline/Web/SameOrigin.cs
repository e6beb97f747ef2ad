using Sourceline.Settings;

namespace Sourceline.Web;

/// <summary>
/// Tells forms of our own pages from those of other sites, without a token: a public page is the same for everybody. The
/// browser itself says where a form comes from, in Sec-Fetch-Site, or in Origin where it is older or the site has no TLS.
/// </summary>
internal static class SameOrigin
{
    public static bool Holds(HttpRequest request, SiteOptions site)
    {
        var fetch = request.Headers["Sec-Fetch-Site"].ToString();
        if (fetch.Length > 0)
            return fetch is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        // Neither header: not a browser, hence nobody who could be deceived.
        return origin.Length == 0 || IsOwn(origin, request, site);
    }

    /// <summary>The site's own address counts as well: a proxy in front may not pass the host name on.</summary>
    private static bool IsOwn(string origin, HttpRequest request, SiteOptions site) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (
            string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || string.Equals(
                from.GetLeftPart(UriPartial.Authority),
                new Uri(site.BaseUrl).GetLeftPart(UriPartial.Authority),
                StringComparison.OrdinalIgnoreCase
            )
        );
}
