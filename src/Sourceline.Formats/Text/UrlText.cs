namespace Sourceline.Formats.Text;

/// <summary>Web addresses as feeds and pages give them: relative, padded, or not addresses at all.</summary>
internal static class UrlText
{
    /// <summary>The address made absolute where the base allows; as it is otherwise; null where blank.</summary>
    public static string? Resolve(string? address, Uri? baseUrl)
    {
        address = Blank.ToNull(address);
        if (address is null) return null;
        if (HasScheme(address)) return address;
        return baseUrl is not null && Uri.TryCreate(baseUrl, address, out var made) ? made.AbsoluteUri : address;
    }

    /// <summary>An absolute http or https address; null for anything else.</summary>
    public static Uri? Web(string? address) =>
        Uri.TryCreate(Blank.ToNull(address), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;

    /// <summary>The host of an absolute web address, in lower case; null for anything else.</summary>
    public static string? Host(string? address)
    {
        if (Web(address) is not { } uri) return null;
        try
        {
            return Blank.ToNull(uri.IdnHost.ToLowerInvariant());
        }
        catch (UriFormatException)
        {
            // A host that no domain name can have; it still tells senders apart.
            return Blank.ToNull(uri.Host.ToLowerInvariant());
        }
    }

    /// <summary>RFC 3986, section 3.1: a letter, then letters, digits, "+", "-" or ".", then a colon.</summary>
    public static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':');
        if (colon < 2 || !char.IsAsciiLetter(address[0])) return false;
        foreach (var c in address.AsSpan(1, colon - 1))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return false;
        return true;
    }
}
