using Microsoft.AspNetCore.Http;

namespace Sourceline.Web;

/// <summary>The URLs that the server listens on, separated by semicolons.</summary>
internal static class ListenUrls
{
    private const int HighestPort = 65535;

    private static readonly string[] AllInterfaces = ["*", "+", "0.0.0.0", "[::]"];

    public static string[] Split(string urls) => urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A sentence that says what is wrong; null if nothing is.</summary>
    public static string? Refusal(string urls)
    {
        var all = Split(urls);
        if (all.Length == 0)
            return "--urls is empty. Name a URL such as http://localhost:5080.";
        var wrong = Array.Find(all, url => Read(url) is null);
        return wrong is null ? null : $"--urls must be URLs such as http://localhost:5080, not '{wrong}'.";
    }

    public static bool HaveHttps(string urls) => Array.Exists(Split(urls), url => Read(url)?.Scheme == Uri.UriSchemeHttps);

    /// <summary>The first URL, with a host that a browser can open; null if it has none, such as a Unix socket.</summary>
    public static string? BaseUrl(string urls)
    {
        if (Split(urls) is not [var first, ..] || Read(first) is not { IsUnixPipe: false, IsNamedPipe: false } url)
            return null;
        var host = AllInterfaces.Contains(url.Host) ? "localhost" : url.Host;
        return url.Port == DefaultPort(url.Scheme) ? $"{url.Scheme}://{host}" : $"{url.Scheme}://{host}:{url.Port}";
    }

    private static int DefaultPort(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;

    /// <summary>Port 0 is any free one, which can't be the same for both addresses of localhost.</summary>
    private static bool HasPort(BindingAddress url) =>
        url.Port is > 0 and <= HighestPort || (url.Port == 0 && !url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));

    private static BindingAddress? Read(string url)
    {
        try
        {
            var read = BindingAddress.Parse(url);
            var isWeb = read.Scheme is "http" or "https" && read.PathBase.Length == 0;
            return isWeb && (read.IsUnixPipe || read.IsNamedPipe || HasPort(read)) ? read : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
