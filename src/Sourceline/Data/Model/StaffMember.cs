using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Sourceline.Data.Model;

/// <summary>Somebody who may enter the desk.</summary>
public sealed class StaffMember : IdentityUser
{
    /// <summary>As printed and as logged with acts.</summary>
    [MaxLength(120)]
    public required string DisplayName { get; set; }

    public DateTime AddedUtc { get; set; }
}
