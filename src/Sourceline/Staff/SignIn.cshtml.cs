using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;
using Sourceline.Localization;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Sourceline.Staff;

/// <summary><c>/desk/sign-in</c>: by password, or by passkey where the browser can.</summary>
[AllowAnonymous]
public sealed class SignInModel(
    SignInManager<StaffMember> signIn,
    UserManager<StaffMember> users,
    IPasswordHasher<StaffMember> hasher,
    SignInThrottle throttle,
    Localizer words
) : PageModel
{
    private static readonly StaffMember Nobody = new() { DisplayName = "nobody" };
    private static string? s_nobodysHash;

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    public string? Email { get; private set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync(string? email, string? password)
    {
        Email = email;
        if (throttle.Take(HttpContext, email ?? "") is { } wait)
            return TooOften(wait);
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password) || password.Length > 256)
            return Refuse();
        var member = await users.FindByEmailAsync(email.Trim());
        return member is null
            ? RefuseStranger(password)
            : Answer(await signIn.PasswordSignInAsync(member, password, isPersistent: false, lockoutOnFailure: false));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        throttle.Take(HttpContext) is { } wait
            ? TooOften(wait)
            : Content(await signIn.MakePasskeyRequestOptionsAsync(null!), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
            return Refuse();
        try
        {
            return Answer(await signIn.PasskeySignInAsync(credential));
        }
        catch (InvalidOperationException)
        {
            // The challenge is gone: the form was sent twice or long after it was asked for.
            return Refuse();
        }
    }

    private IActionResult Answer(SignInResult result) => result.Succeeded ? Onward() : Refuse();

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/desk");

    /// <summary>Hashes all the same, so that the time taken does not tell a stranger from a member.</summary>
    private PageResult RefuseStranger(string password)
    {
        s_nobodysHash ??= hasher.HashPassword(Nobody, "nobody's password");
        _ = hasher.VerifyHashedPassword(Nobody, s_nobodysHash, password);
        return Refuse();
    }

    private PageResult Refuse()
    {
        // One answer to every failure: it must not tell which addresses have an account.
        Problem = words["staff.wrong-password"];
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    private PageResult TooOften(TimeSpan wait)
    {
        Problem = words.Count("staff.too-many-attempts", (long)Math.Ceiling(wait.TotalMinutes));
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Page();
    }
}
