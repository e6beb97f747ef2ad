namespace Sourceline.Formats.Text;

/// <summary>Web URLs as feeds and pages write them: relative, padded, or not URLs at all.</summary>
internal static class UrlText
{
    private const string OptionalLabel = "www.";

    /// <summary>The URL made absolute where the base allows it; unchanged otherwise; null where blank.</summary>
    public static string? Resolve(string? url, Uri? baseUrl)
    {
        url = Blank.ToNull(url);
        if (url is null)
            return null;
        if (HasScheme(url))
            return url;
        return baseUrl is not null && Uri.TryCreate(baseUrl, url, out var made) ? made.AbsoluteUri : url;
    }

    /// <summary>An absolute http or https URL; null for anything else.</summary>
    public static Uri? Web(string? url) =>
        Uri.TryCreate(Blank.ToNull(url), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : null;

    /// <summary>
    /// The host of an absolute web URL, in lower case and without "www.", which sites add and drop at will; null for anything else.
    /// </summary>
    public static string? Host(string? url)
    {
        if (Web(url) is not { } uri)
            return null;
        var host = HostOf(uri);
        var isOptional = host.StartsWith(OptionalLabel, StringComparison.Ordinal) && host.IndexOf('.', OptionalLabel.Length) > 0;
        return Blank.ToNull(isOptional ? host[OptionalLabel.Length..] : host);
    }

    /// <summary>RFC 3986, section 3.1: a letter, then letters, digits, "+", "-" or ".", then a colon.</summary>
    public static bool HasScheme(string url)
    {
        var colon = url.IndexOf(':');
        if (colon < 2 || !char.IsAsciiLetter(url[0]))
            return false;
        foreach (var c in url.AsSpan(1, colon - 1))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        return true;
    }

    private static string HostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            // No domain name can have such a host; it still tells senders apart.
            return uri.Host.ToLowerInvariant();
        }
    }
}
