namespace Sourceline.Data;

/// <summary>What this user may do in the data folder.</summary>
internal static class DataFolder
{
    private const int ReadOnlyFileSystem = 30;

    /// <summary>
    /// Whether no file can be made in an existing folder. The database file itself is not opened for it: closing a file gives up all locks
    /// that this process has on it.
    /// </summary>
    public static bool IsReadOnly(string folder)
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, $".probe-{Guid.NewGuid():n}"),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 0,
                FileOptions.DeleteOnClose
            );
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException e)
        {
            // A full disk is another matter.
            return e.HResult == ReadOnlyFileSystem;
        }
    }

    /// <summary>Why a command that changes something cannot run here.</summary>
    public static string ReadOnlyInWords(string folder) =>
        $"The data folder {Path.GetFullPath(folder)} is read-only for this user. Allow this user to write there (check its owner, its permissions and how its disk is mounted), then try again.";
}
