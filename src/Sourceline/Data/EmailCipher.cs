using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Sourceline.Data;

/// <summary>Encrypts readers' e-mail addresses with the key ring, which lies outside the database.</summary>
public sealed class EmailCipher(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Sourceline.ReplyEmail.1");

    public byte[] Protect(string email) => _protector.Protect(Encoding.UTF8.GetBytes(email));

    /// <summary>The address, for the desk alone; null where the key that it was encrypted with is gone.</summary>
    public string? Reveal(byte[] secret)
    {
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(secret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
