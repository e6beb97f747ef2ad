using Sourceline.Settings;

namespace Sourceline.Data;

/// <summary>Where the key ring lies.</summary>
internal static class KeyFolder
{
    public static string Of(SourcelineOptions options) => options.KeyFolder is { Length: > 0 } named ? named : Path.Combine(options.DataFolder, "keys");

    /// <summary>Makes it where it is not, for its owner's eyes alone.</summary>
    public static DirectoryInfo Made(SourcelineOptions options) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(Of(options))
        : Directory.CreateDirectory(Of(options), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
