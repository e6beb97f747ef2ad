using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Web;

/// <summary>Believes a reverse proxy about who asks and over which scheme: one on this machine, and those that the settings name.</summary>
public static class TrustedProxies
{
    /// <summary>Comes before everything that looks at an address, such as the limits on replies.</summary>
    public static void UseProxies(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var proxy in app.Services.GetRequiredService<IOptions<SourcelineOptions>>().Value.Proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
        app.UseForwardedHeaders(options);
    }
}
