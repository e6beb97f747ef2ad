using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Web;
using Sourceline.Web.DeskShell;

namespace Sourceline.Staff;

/// <summary>Who may enter the desk: ASP.NET Core Identity, with cookies that live below /desk alone.</summary>
public static class StaffServices
{
    /// <summary>Hours without a request after which a session ends.</summary>
    internal const int SessionHours = 12;

    public static void AddStaff(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        services.AddDeskFrame();
        services
            .AddIdentityCore<StaffMember>(Rules)
            .AddEntityFrameworkStores<NewsDb>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddSignInManager();
        services.AddScoped<StaffList>();
        services.AddSingleton<IHttpContextAccessor, DeskContext>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<StaffSessions>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(Cookies);
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<StaffSessions>((cookie, sessions) => cookie.SessionStore = sessions);
        services.AddAuthorization();
    }

    /// <summary>Shuts the desk; before anything that serves it.</summary>
    public static void MapStaff(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseAuthentication();
        app.UseDeskGate();
        app.UseAuthorization();
    }

    private static void Rules(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        // The user name is the e-mail address, whatever letters it has.
        options.User.AllowedUserNameCharacters = "";
        // Length is what makes a password strong; rules on kinds of characters make people write them down (NIST SP 800-63B, 5.1.1.2).
        options.Password.RequiredLength = StaffList.ShortestPassword;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        // SignInThrottle limits guesses instead: a lock can be set by anybody who knows an address.
        options.Lockout.AllowedForNewUsers = false;
    }

    private static void Cookies(IdentityCookiesBuilder cookies)
    {
        cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.LoginPath = "/desk/sign-in";
            cookie.AccessDeniedPath = "/desk/sign-in";
            cookie.ReturnUrlParameter = "next";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(SessionHours);
            cookie.SlidingExpiration = true;
            // A path alone: an absolute address would repeat the Host header of whoever asks.
            cookie.Events.OnRedirectToLogin = context => RedirectToSignInAsync(context, cookie);
            cookie.Events.OnRedirectToAccessDenied = cookie.Events.OnRedirectToLogin;
            Confine(cookie, "sourceline-desk");
        });
        // It carries a passkey's challenge between the two halves of a ceremony.
        cookies.TwoFactorUserIdCookie!.Configure(cookie => Confine(cookie, "sourceline-passkey"));
    }

    private static Task RedirectToSignInAsync(RedirectContext<CookieAuthenticationOptions> context, CookieAuthenticationOptions cookie)
    {
        var request = context.Request;
        var next = QueryString.Create(cookie.ReturnUrlParameter, request.PathBase + request.Path + request.QueryString);
        context.Response.Redirect(request.PathBase + cookie.LoginPath + next);
        return Task.CompletedTask;
    }

    private static void Confine(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = DeskGate.Root;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
