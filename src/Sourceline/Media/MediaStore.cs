using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Media;

/// <summary>Files under their SHA-256 in the data folder: <c>media/ab/abcdef….jpg</c>. A file once there never changes.</summary>
public sealed class MediaStore(IOptions<SourcelineOptions> options)
{
    private readonly string _folder = Path.Combine(options.Value.DataFolder, "media");

    /// <summary>Stores the bytes and gives their hash, in hex. Storing the same bytes again does nothing.</summary>
    public async Task<string> StoreAsync(ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(hash, extension);
        if (File.Exists(path))
            return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written aside, flushed and renamed: a file under its hash is whole, also after a power cut.
        var aside = $"{path}.{Guid.NewGuid():n}";
        await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(aside, path, overwrite: true);
        return hash;
    }

    /// <summary>Where a stored file lies.</summary>
    /// <param name="hash">64 hex digits.</param>
    /// <param name="extension">With the dot.</param>
    /// <exception cref="ArgumentException">The hash or the extension could leave the folder.</exception>
    public string PathOf(string hash, string extension)
    {
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(extension);
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("Not a SHA-256 in hex.", nameof(hash));
        if (extension is not ['.', .. var letters] || !letters.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException("Not an extension.", nameof(extension));
        return Path.Combine(_folder, hash[..2], hash + extension);
    }
}
