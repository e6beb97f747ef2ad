using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Staff;

/// <summary>Keeps the sessions of signed-in staff in the database.</summary>
internal sealed class StaffSessions(NewsDbFactory databases, IOptions<IdentityOptions> identity, TimeProvider clock) : ITicketStore
{
    private const int KeyBytes = 32;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Starts a session and forgets those that have expired.</summary>
    /// <returns>The key that goes into the cookie, which is encrypted.</returns>
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes));
        await using var db = databases.Create();
        var now = Now;
        await db.StaffSessions.Where(session => session.ExpiresUtc < now).ExecuteDeleteAsync();
        db.StaffSessions.Add(
            new StaffSession
            {
                Id = IdOf(key),
                MemberId = ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!,
                Stamp = Stamp(ticket),
                Ticket = TicketSerializer.Default.Serialize(ticket),
                ExpiresUtc = Expiry(ticket),
            }
        );
        await db.SaveChangesAsync();
        return key;
    }

    /// <summary>Writes a session again, for example with a later expiry. A session that has ended stays ended.</summary>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var (id, stamp, bytes, expires) = (IdOf(key), Stamp(ticket), TicketSerializer.Default.Serialize(ticket), Expiry(ticket));
        await using var db = databases.Create();
        await db
            .StaffSessions.Where(session => session.Id == id)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(session => session.Stamp, stamp)
                    .SetProperty(session => session.Ticket, bytes)
                    .SetProperty(session => session.ExpiresUtc, expires)
            );
    }

    /// <summary>The session's ticket; null where the session has ended, the account is gone, or its password has changed.</summary>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (id, now) = (IdOf(key), Now);
        await using var db = databases.Create();
        var bytes = await db
            .StaffSessions.AsNoTracking()
            .Where(session => session.Id == id && session.ExpiresUtc > now && session.Member!.SecurityStamp == session.Stamp)
            .Select(session => session.Ticket)
            .SingleOrDefaultAsync();
        return bytes is null ? null : TicketSerializer.Default.Deserialize(bytes);
    }

    public async Task RemoveAsync(string key)
    {
        var id = IdOf(key);
        await using var db = databases.Create();
        await db.StaffSessions.Where(session => session.Id == id).ExecuteDeleteAsync();
    }

    private static string IdOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private string Stamp(AuthenticationTicket ticket) =>
        ticket.Principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) ?? "";

    private DateTime Expiry(AuthenticationTicket ticket) =>
        ticket.Properties.ExpiresUtc?.UtcDateTime ?? Now.AddHours(StaffServices.SessionHours);
}
