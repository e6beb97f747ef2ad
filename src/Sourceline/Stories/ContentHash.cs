using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sourceline.Stories.Html;

namespace Sourceline.Stories;

/// <summary>Says whether two versions are the same.</summary>
internal static class ContentHash
{
    /// <summary>SHA-256, in hex, of the text and of whatever else makes a version; a part's length goes before it, so that no two splits look alike.</summary>
    public static string Of(StoryText text, params ReadOnlySpan<string?> rest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, text.Headline);
        Add(hash, text.Lead);
        Add(hash, text.BodyHtml);
        foreach (var part in rest)
            Add(hash, part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string? part)
    {
        var bytes = Encoding.UTF8.GetBytes(part ?? "");
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
