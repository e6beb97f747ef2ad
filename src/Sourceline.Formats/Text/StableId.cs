using System.Security.Cryptography;
using System.Text;

namespace Sourceline.Formats.Text;

/// <summary>Makes an identifier for what came without one: the same parts give the same identifier on every machine.</summary>
internal static class StableId
{
    public static string From(params ReadOnlySpan<string?> parts)
    {
        var joined = string.Join('\u001f', parts!);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(joined));
        return "sha256-" + Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
