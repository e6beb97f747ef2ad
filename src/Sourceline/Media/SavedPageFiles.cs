using System.Collections.Concurrent;

namespace Sourceline.Media;

/// <summary>
/// The files that browsers saved in a folder beside a page. Only what a page that is being imported was allowed is read from the disk: a
/// feed may name any file of the machine.
/// </summary>
internal sealed class SavedPageFiles
{
    private const long MaxLength = 100 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <summary>Allows a file to be read, if it lies below the folder of the page.</summary>
    /// <param name="page">The path of the page.</param>
    /// <param name="relative">The path that the page gives, from its own folder on.</param>
    /// <returns>The URL under which it can be fetched; null where there is no such file.</returns>
    public string? Allow(string page, string relative)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(page));
        if (folder is null || relative.Contains('\0', StringComparison.Ordinal))
            return null;
        var path = Path.GetFullPath(relative, folder);
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        // Links could lead out of the folder.
        for (var at = path; at != folder; at = Path.GetDirectoryName(at)!)
            if (new FileInfo(at).LinkTarget is not null)
                return null;
        if (new FileInfo(path) is not { Exists: true, Length: <= MaxLength })
            return null;
        var url = new Uri(path).AbsoluteUri;
        _paths[url] = path;
        return url;
    }

    /// <summary>The path of a file that was allowed; null for any other URL.</summary>
    public string? PathOf(string url) => _paths.GetValueOrDefault(url);
}
