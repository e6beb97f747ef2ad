using System.Text.RegularExpressions;

namespace Sourceline.Tests.Documents;

/// <summary>The map shows the folders that there are, and the places that it names exist.</summary>
public sealed partial class MapTests
{
    private static readonly string Map = Repository.Read("docs/map.md");

    [Fact]
    public void Folders_OfTheHost_AreAllOnTheMap()
    {
        string[] notCode = ["bin", "obj", "node_modules", "wwwroot"];
        var folders = Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src/Sourceline"))
            .Select(path => Path.GetFileName(path))
            .Except(notCode);
        var shown =
            from line in Folder().Matches(Map[..Map.IndexOf("    tests/", StringComparison.Ordinal)])
            where line.Groups["indent"].Length == "        ".Length
            select line.Groups["name"].Value;
        Assert.Equal(folders.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Places_Exist()
    {
        string[] roots = ["", "src", "src/Sourceline"];
        var places = Place().Matches(Map).Select(place => place.Groups["path"].Value).ToList();
        Assert.True(places.Count > 10);
        Assert.DoesNotContain(places, place => !roots.Any(root => Exists(Path.Combine(Repository.Root, root, place))));
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path) || File.Exists($"{path}.cs");

    [GeneratedRegex(@"^(?<indent> {4,})(?<name>[\w.]+)/ ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Folder();

    [GeneratedRegex(@"`(?<path>[\w.]+/[\w./]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
