using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data.Model;

namespace Sourceline.Staff;

/// <summary>Adds, lists and removes members of staff; the command line's verbs stand on it.</summary>
public sealed class StaffList(UserManager<StaffMember> users, TimeProvider clock)
{
    /// <summary>Characters.</summary>
    public const int ShortestPassword = 12;

    /// <summary>Adds a member; the errors say what is wrong, all of it.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(string name, string email, string password)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(email);
        if (name.Trim().Length is 0 or > 120)
            return ["A name must have 1 to 120 characters."];
        var member = new StaffMember
        {
            DisplayName = name.Trim(),
            UserName = email.Trim(),
            Email = email.Trim(),
            AddedUtc = clock.GetUtcNow().UtcDateTime,
        };
        return Words(await users.CreateAsync(member, password));
    }

    public async Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellationToken) =>
        await users.Users.OrderBy(member => member.DisplayName).ToListAsync(cancellationToken);

    /// <summary>Null where nobody has this address.</summary>
    public Task<StaffMember?> FindAsync(string email) => users.FindByEmailAsync(email);

    public async Task<IReadOnlyList<string>> RemoveAsync(StaffMember member) => Words(await users.DeleteAsync(member));

    /// <summary>Sets a new password and ends every session of the member.</summary>
    public async Task<IReadOnlyList<string>> SetPasswordAsync(StaffMember member, string password)
    {
        ArgumentNullException.ThrowIfNull(member);
        foreach (var rule in users.PasswordValidators)
        {
            var judged = await rule.ValidateAsync(users, member, password);
            if (!judged.Succeeded)
                return Words(judged);
        }
        if (await users.HasPasswordAsync(member))
            await users.RemovePasswordAsync(member);
        var set = await users.AddPasswordAsync(member, password);
        return Words(set);
    }

    /// <summary>A password with 120 bits of chance, in five groups that can be read over the telephone.</summary>
    public static string Generate()
    {
        const string Clear = "abcdefghijkmnpqrstuvwxyz23456789";
        return string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Clear, 5)));
    }

    private static string[] Words(IdentityResult result) =>
        // The user name is the address: what is said twice is said once.
        [.. result.Errors.Where(error => !error.Code.Contains("UserName", StringComparison.Ordinal)).Select(error => error.Description)];
}
