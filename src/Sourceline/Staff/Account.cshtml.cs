using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;
using Sourceline.Stories.Html;
using Sourceline.Web.DeskShell;

namespace Sourceline.Staff;

/// <summary><c>/desk/account</c>: one's own password and passkeys.</summary>
public sealed class AccountModel(SignInManager<StaffMember> signIn, UserManager<StaffMember> users) : PageModel
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
        // A wrong guess here counts like one at the door: an open desk is no place to try passwords.
        var guess = await signIn.CheckPasswordSignInAsync(Member, old ?? "", lockoutOnFailure: true);
        if (!guess.Succeeded) return Refuse(["The password now is not right."]);
        var changed = await users.ChangePasswordAsync(Member, old ?? "", chosen ?? "");
        if (!changed.Succeeded) return Refuse([.. changed.Errors.Select(error => error.Description)]);
        await signIn.RefreshSignInAsync(Member);
        TempData.Done("The password is changed.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(
            await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = Member.Id, Name = Member.Email!, DisplayName = Member.DisplayName }),
            "application/json");

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential, string? name)
    {
        if (await AttestAsync(credential ?? "") is { } passkey)
        {
            passkey.Name = string.IsNullOrWhiteSpace(name) ? null : PlainText.Short(name.Trim(), 60);
            await users.AddOrUpdatePasskeyAsync(Member, passkey);
            TempData.Done("The passkey is added.");
        }
        else
        {
            TempData.Refused("The passkey was not accepted. Try again; the answer must come within a few minutes.");
        }
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id)
    {
        if (Passkeys.FirstOrDefault(passkey => Convert.ToHexString(passkey.CredentialId) == id) is { } passkey)
        {
            await users.RemovePasskeyAsync(Member, passkey.CredentialId);
            TempData.Done("The passkey is removed.");
        }
        return RedirectToPage();
    }

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
