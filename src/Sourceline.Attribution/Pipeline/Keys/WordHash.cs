using System.Security.Cryptography;
using System.Text;

namespace Sourceline.Attribution.Pipeline.Keys;

/// <summary>The hash of a row of words, gathered in one buffer that is used again for the next row.</summary>
internal sealed class WordHash
{
    private const int HexDigits = 20;
    private const byte Separator = 0x1f;

    private byte[] _bytes = new byte[1024];
    private int _length;

    public void Add(ReadOnlySpan<char> word)
    {
        var most = _length + Encoding.UTF8.GetMaxByteCount(word.Length) + 1;
        if (most > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(most, _bytes.Length * 2));
        _length += Encoding.UTF8.GetBytes(word, _bytes.AsSpan(_length));
        _bytes[_length++] = Separator;
    }

    /// <summary>The hash in hex digits; the row begins anew.</summary>
    public string Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.AsSpan(0, _length), hash);
        _length = 0;
        return Convert.ToHexStringLower(hash[..(HexDigits / 2)]);
    }
}
