namespace Sourceline.Archive.Exporting;

/// <summary>Standard output, or a file that appears only when it is whole.</summary>
internal static class ExportTarget
{
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static async Task<long> WriteAsync(string? path, Func<Stream, Task<long>> write)
    {
        if (path is null or "-")
        {
            await using var standard = new BufferedStream(Console.OpenStandardOutput(), 81920);
            return await write(standard);
        }
        // Written beside its place, flushed and renamed, so that whoever reads the file never meets half of one.
        var aside = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            long count;
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920))
            {
                count = await write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(aside, path, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
