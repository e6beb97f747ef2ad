using System.Globalization;
using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Search.Index;

/// <summary>
/// Where the index lies in the data folder: <c>search/current</c> names the folder in use, so that another can be built beside it and
/// put in its place in one step. All of it may be deleted.
/// </summary>
internal sealed class IndexFolder(IOptions<SourcelineOptions> options)
{
    private readonly string _root = Path.Combine(options.Value.DataFolder, "search");

    private string Pointer => Path.Combine(_root, "current");

    /// <summary>Whether an index was in use and its folder is missing or has no such name.</summary>
    public bool IsLost => File.Exists(Pointer) && Current() is null;

    /// <summary>The folder in use; null where there is none.</summary>
    public string? Current()
    {
        if (!File.Exists(Pointer))
            return null;
        var name = File.ReadAllText(Pointer).Trim();
        var folder = Path.Combine(_root, name);
        return NumberOf(name) is not null && Directory.Exists(folder) ? folder : null;
    }

    /// <summary>
    /// Makes an empty folder to build in. Its number is of the time, so that none comes again even when all of them are deleted: whoever still has
    /// one of that name open would write into it.
    /// </summary>
    public string Next()
    {
        Directory.CreateDirectory(_root);
        for (
            var number = Math.Max(Numbers().DefaultIfEmpty(0).Max() + 1, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            ;
            number++
        )
        {
            var folder = PathOf(number);
            if (Directory.Exists(folder))
                continue;
            Directory.CreateDirectory(folder);
            return folder;
        }
    }

    /// <summary>Puts a folder in use.</summary>
    public void Use(string folder)
    {
        var aside = $"{Pointer}.{Guid.NewGuid():n}";
        File.WriteAllText(aside, Path.GetFileName(folder));
        File.Move(aside, Pointer, overwrite: true);
    }

    /// <summary>Deletes folders that a newer one has taken the place of. One that somebody still reads goes the next time.</summary>
    public void Tidy()
    {
        if (Current() is not { } current)
            return;
        var own = NumberOf(Path.GetFileName(current));
        foreach (var number in Numbers().Where(number => number < own))
            Delete(PathOf(number));
    }

    /// <summary>Deletes a folder, if nobody has it open.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows lets nobody delete what is open.
        }
    }

    private IEnumerable<long> Numbers() =>
        Directory.Exists(_root)
            ? Directory.EnumerateDirectories(_root).Select(folder => NumberOf(Path.GetFileName(folder))).OfType<long>()
            : [];

    private string PathOf(long number) => Path.Combine(_root, number.ToString("000000", CultureInfo.InvariantCulture));

    private static long? NumberOf(string name) =>
        name.Length >= 6 && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
