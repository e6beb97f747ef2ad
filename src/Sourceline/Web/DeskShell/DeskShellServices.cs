using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Sourceline.Web.DeskShell;

/// <summary>What every room of the desk shares: the gate, the head, and cookies that never reach a public page.</summary>
internal static class DeskShellServices
{
    public static void AddDeskFrame(this IServiceCollection services)
    {
        services.AddScoped<DeskWaiting>();
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "sourceline-form";
            options.Cookie.Path = DeskGate.Root;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "sourceline-note";
            options.Cookie.Path = DeskGate.Root;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }
}
