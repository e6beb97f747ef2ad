using System.Text.RegularExpressions;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Ninjs;

/// <summary>Who gave an item its uri.</summary>
internal static class NinjsOrigin
{
    private static readonly Regex Provider = new(
        @"^(?:urn:newsml:(?<name>[^:\s]+)|tag:(?<name>[^,:\s]+),)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    /// <summary>
    /// The uri's host; the provider of a newsml URN (NewsML 1.2, section 5.5: urn:newsml:PROVIDER:DATE:...); the authority of a tag
    /// (RFC 4151). Other schemes name no giver, so the scheme itself stands for it: such a uri is unique in the world.
    /// </summary>
    public static string Of(string uri, ReadOptions options)
    {
        if (UrlText.Host(uri) is { } host)
            return host;
        var named = Provider.Match(uri);
        if (named.Success)
            return named.Groups["name"].Value.ToLowerInvariant();
        if (UrlText.HasScheme(uri))
            return uri[..uri.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant();
        return UrlText.Host(options.BaseUrl?.ToString()) ?? options.Name;
    }
}
