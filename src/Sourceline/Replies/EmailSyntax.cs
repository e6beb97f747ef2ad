using System.Globalization;
using System.Text.RegularExpressions;

namespace Sourceline.Replies;

/// <summary>
/// Whether something can be an e-mail address: the rule of HTML's <c>input type=email</c>, wider by letters of any script, stricter by
/// a domain of two labels or more. Whether it exists only a letter could tell.
/// </summary>
internal static partial class EmailSyntax
{
    public static bool IsValid(string address)
    {
        var at = address.LastIndexOf('@');
        return address.Length <= ReplyInput.LongestEmail
            && at is > 0 and <= 64
            && Local().IsMatch(address[..at])
            && IsDomain(address[(at + 1)..]);
    }

    private static bool IsDomain(string domain)
    {
        try
        {
            return Domain().IsMatch(new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Local();

    [GeneratedRegex(
        "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:[.][a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Domain();
}
