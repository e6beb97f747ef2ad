using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Html;
using Sourceline.Web.DeskShell;

namespace Sourceline.Staff;

/// <summary><c>/desk/account</c>: one's own password and passkeys.</summary>
public sealed class AccountModel(
    SignInManager<StaffMember> signIn,
    UserManager<StaffMember> users,
    SignInThrottle throttle,
    Localizer words
) : PageModel
{
    public StaffMember Member { get; private set; } = null!;

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await users.GetUserAsync(User) is not { } member)
        {
            context.Result = new ChallengeResult();
            return;
        }
        Member = member;
        Passkeys = [.. await users.GetPasskeysAsync(member)];
        await next();
    }

    public void OnGet()
    {
        // All that is shown is read above.
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? old, [FromForm(Name = "new")] string? chosen)
    {
        // A guess here counts like one on the sign-in page: somebody may have found the desk open.
        if (throttle.Take(HttpContext, Member.Email!) is { } wait)
            return Refuse([words.Count("staff.too-many-attempts", (long)Math.Ceiling(wait.TotalMinutes))]);
        if (!await users.CheckPasswordAsync(Member, old ?? ""))
            return Refuse([words["staff.current-password-wrong"]]);
        var changed = await users.ChangePasswordAsync(Member, old ?? "", chosen ?? "");
        if (!changed.Succeeded)
            return Refuse([.. changed.Errors.Select(Told)]);
        await signIn.RefreshSignInAsync(Member);
        TempData.Done(words["staff.password-changed"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(
            await signIn.MakePasskeyCreationOptionsAsync(
                new PasskeyUserEntity
                {
                    Id = Member.Id,
                    Name = Member.Email!,
                    DisplayName = Member.DisplayName,
                }
            ),
            "application/json"
        );

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential, string? name)
    {
        if (await AttestAsync(credential ?? "") is { } passkey)
        {
            passkey.Name = string.IsNullOrWhiteSpace(name) ? null : PlainText.Short(name.Trim(), 60);
            await users.AddOrUpdatePasskeyAsync(Member, passkey);
            TempData.Done(words["staff.passkey-added"]);
        }
        else
        {
            TempData.Refused(words["staff.passkey-refused"]);
        }
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id)
    {
        if (Passkeys.FirstOrDefault(passkey => Convert.ToHexString(passkey.CredentialId) == id) is { } passkey)
        {
            await users.RemovePasskeyAsync(Member, passkey.CredentialId);
            TempData.Done(words["staff.passkey-removed"]);
        }
        return RedirectToPage();
    }

    private string Told(IdentityError error) =>
        error.Code switch
        {
            nameof(IdentityErrorDescriber.PasswordTooShort) => words.Count("staff.password-too-short", StaffList.ShortestPassword),
            nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => words["staff.password-too-simple"],
            _ => error.Description,
        };

    private async Task<UserPasskeyInfo?> AttestAsync(string credential)
    {
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded ? result.Passkey : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private PageResult Refuse(IReadOnlyList<string> problems)
    {
        Problems = problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
