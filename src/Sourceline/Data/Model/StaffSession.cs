using System.ComponentModel.DataAnnotations;

namespace Sourceline.Data.Model;

/// <summary>
/// A signed-in browser. The cookie holds only the session's key, so signing out, a new password and a removed account end a session
/// at once, also for a copied cookie.
/// </summary>
public sealed class StaffSession
{
    /// <summary>SHA-256 of the key in the cookie, in hex: a copy of the database opens no session.</summary>
    [MaxLength(64)]
    public required string Id { get; set; }

    [MaxLength(450)]
    public required string MemberId { get; set; }

    public StaffMember? Member { get; set; }

    /// <summary>The member's security stamp when the session was last written; a session with an older stamp has ended.</summary>
    [MaxLength(100)]
    public required string Stamp { get; set; }

    /// <summary>The authentication ticket, as ASP.NET Core serializes it.</summary>
    public required byte[] Ticket { get; set; }

    public DateTime ExpiresUtc { get; set; }
}
