using System.Collections.Frozen;
using System.Text;

namespace Sourceline.Formats.Text;

/// <summary>One spelling for all the URLs under which the same page is reached, so that the page is one item.</summary>
internal static class UrlIdentity
{
    private static readonly string[] TrackingPrefixes = ["utm_", "mtm_", "pk_", "hsa_", "at_"];

    private static readonly FrozenSet<string> TrackingNames = FrozenSet.ToFrozenSet(
        [
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "ymclid",
            "twclid",
            "ttclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "wt_mc",
            "xtor",
            "cmpid",
            "ocid",
            "ns_campaign",
            "ns_mchannel",
            "oly_anon_id",
            "oly_enc_id",
            "vero_id",
            "_ga",
            "_gl",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// The URL with https for http, without "www.", default port, fragment, parameters that only count visits, and closing slash.
    /// Null for anything that is not an absolute web URL.
    /// </summary>
    public static string? Of(string? url)
    {
        if (UrlText.Web(url) is not { } uri || UrlText.Host(url) is not { } host)
            return null;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        var path = uri.GetComponents(UriComponents.Path | UriComponents.KeepDelimiter, UriFormat.UriEscaped).TrimEnd('/');
        var query = WithoutTracking(uri.GetComponents(UriComponents.Query, UriFormat.UriEscaped));
        return UpperEscapes($"https://{host}{port}{(path.Length == 0 ? "/" : path)}{(query.Length == 0 ? "" : "?" + query)}");
    }

    /// <summary>Whether a URL is that of a site's front page, which identifies no story.</summary>
    public static bool IsFrontPage(string? url) =>
        Of(url) is { } identity
        && Uri.TryCreate(identity, UriKind.Absolute, out var uri)
        && uri.PathAndQuery is "/" or "/index.html" or "/index.php";

    /// <summary>Whether two URLs lead to the same page; false where either is no web URL.</summary>
    public static bool AreSame(string? one, string? other) => Of(one) is { } identity && identity == Of(other);

    private static string WithoutTracking(string query) =>
        query.Length == 0 ? query : string.Join('&', query.Split('&').Where(parameter => parameter.Length > 0 && !IsTracking(parameter)));

    private static bool IsTracking(string parameter)
    {
        var end = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = end < 0 ? parameter : parameter[..end];
        return TrackingNames.Contains(name)
            || Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>RFC 3986, section 6.2.2.1: the case of percent-encoded octets makes no difference.</summary>
    private static string UpperEscapes(string url)
    {
        if (!url.Contains('%', StringComparison.Ordinal))
            return url;
        var upper = new StringBuilder(url);
        for (var at = 0; at + 2 < upper.Length; at++)
            if (upper[at] == '%')
                (upper[at + 1], upper[at + 2]) = (char.ToUpperInvariant(upper[at + 1]), char.ToUpperInvariant(upper[at + 2]));
        return upper.ToString();
    }
}
