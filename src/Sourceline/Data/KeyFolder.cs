using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Settings;

namespace Sourceline.Data;

/// <summary>Where the key ring is stored, and what its loss means.</summary>
internal static class KeyFolder
{
    public static string Of(SourcelineOptions options) =>
        options.KeyFolder is { Length: > 0 } named ? named : Path.Combine(options.DataFolder, "keys");

    /// <summary>Makes it where it is not, for its owner's eyes alone.</summary>
    public static DirectoryInfo Made(SourcelineOptions options) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(Of(options))
            : Directory.CreateDirectory(Of(options), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Whether there is any key.</summary>
    public static bool HasKeys(SourcelineOptions options) =>
        Directory.Exists(Of(options)) && Directory.EnumerateFiles(Of(options), "key-*.xml").Any();

    /// <summary>"None of 189 e-mail addresses of readers can be decrypted: ..."</summary>
    public static string Lost(long unreadable, long all) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{unreadable:N0} of {all:N0} readers' e-mail addresses cannot be decrypted, because the keys that encrypted them are missing."
        );

    public static string HowToRestore(SourcelineOptions options) =>
        $"Put the key files back into {Path.GetFullPath(Of(options))}. The file that sourceline backup --keys wrote is a ZIP file with them.";

    /// <summary>
    /// Why the key ring must be restored before anything is encrypted; null where it is there, or nothing was encrypted with it. A new key
    /// would be made without a word, and the loss would go unnoticed.
    /// </summary>
    public static async Task<string?> MissingAsync(NewsDb db, SourcelineOptions options, CancellationToken cancellationToken)
    {
        if (HasKeys(options))
            return null;
        var all = await db.Replies.LongCountAsync(reply => reply.ProtectedEmail != null, cancellationToken);
        return all == 0
            ? null
            : $"The key ring is missing. {Lost(all, all)} {HowToRestore(options)} If it is lost for good, use --new-keys: new addresses are encrypted with a new key, and the old ones stay unreadable.";
    }
}
