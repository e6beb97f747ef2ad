using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;

namespace Sourceline.Staff;

/// <summary><c>/desk/sign-out</c>: by POST, so that no link or image of another site can do it.</summary>
public sealed class SignOutModel(SignInManager<StaffMember> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/desk/sign-in");
    }
}
