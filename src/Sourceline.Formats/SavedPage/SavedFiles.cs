using AngleSharp.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>
/// Pictures that a browser saved in a folder beside the page ("Page_files/ferry.png"). They are no files of the site: the caller has to
/// say where they are.
/// </summary>
internal static class SavedFiles
{
    /// <summary>How browsers name the folder, in their languages, behind the name of the page.</summary>
    private static readonly string[] Suffixes =
    [
        "_files",
        "-files",
        "_file",
        "-dateien",
        "_fichiers",
        "_archivos",
        "_arquivos",
        "_ficheiros",
        "_bestanden",
        "_filer",
        "_pliki",
        "_soubory",
    ];

    /// <summary>Gives the pictures the URLs at which the caller can read them; takes out those that it cannot.</summary>
    /// <param name="root">The text.</param>
    /// <param name="options">The page's name, and how its files are found.</param>
    /// <returns>The URLs, and the paths that are missing.</returns>
    public static (HashSet<string> Urls, List<string> Missing) Resolve(IElement root, ReadOptions options)
    {
        var (urls, missing) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var picture in root.QuerySelectorAll("img[src]").ToList())
        {
            if (PathOf(picture.GetAttribute("src")!, options.Name) is not { } path)
                continue;
            if (options.FindSavedFile?.Invoke(path) is { } url)
            {
                picture.SetAttribute("src", url);
                picture.RemoveAttribute("srcset");
                urls.Add(url);
            }
            else
            {
                missing.Add(path);
                picture.Remove();
            }
        }

        return (urls, missing);
    }

    /// <summary>The path within the folder of the page; null for any other URL, and for one that leads out of that folder.</summary>
    private static string? PathOf(string source, string name)
    {
        var path = Uri.UnescapeDataString(source.Trim().Split('?', '#')[0]).Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || UrlText.HasScheme(path) || path.Split('/').Contains(".."))
            return null;
        var folder = path[..slash];
        var stem = Path.GetFileNameWithoutExtension(name);
        var isOfPage =
            stem.Length > 0
            && folder.Length > stem.Length
            && folder.StartsWith(stem, StringComparison.Ordinal)
            && folder[stem.Length] is '_' or '-';
        return isOfPage || Array.Exists(Suffixes, suffix => folder.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) ? path : null;
    }
}
