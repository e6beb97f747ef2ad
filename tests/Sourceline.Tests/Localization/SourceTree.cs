using System.Text.RegularExpressions;

namespace Sourceline.Tests.Localization;

/// <summary>The host's source files, for tests that look for words in them.</summary>
internal static partial class SourceTree
{
    /// <summary>Where there are pages; elsewhere words are for the command line and the log.</summary>
    private static readonly string[] PageFolders = ["Desk", "Replies", "Search", "Site", "Staff", "Web"];

    public static string Host { get; } = Path.Combine(Root(), "src", "Sourceline");

    /// <summary>The paths of Razor pages below the host's folder, with slashes, in order.</summary>
    public static IReadOnlyList<string> Pages { get; } = [.. Files("*.cshtml").Select(Name).Order(StringComparer.Ordinal)];

    /// <summary>The paths of the code that makes words for pages: page models, forms, view components, words and scripts, in order.</summary>
    public static IReadOnlyList<string> CodeOfPages { get; } =
    [
        .. new[] { "*.cshtml.cs", "*Form.cs", "*Input.cs", "*Words.cs", "*ViewComponent.cs" }
            .SelectMany(Files)
            .Where(path => PageFolders.Contains(Name(path).Split('/')[0]))
            .Concat(Directory.EnumerateFiles(Path.Combine(Host, "wwwroot"), "*.js"))
            .Select(Name)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of all C# and Razor files, without C# comments that fill a line.</summary>
    public static IReadOnlyList<(string Name, string Text)> Code { get; } =
    [.. Files("*.cs").Concat(Files("*.cshtml")).Select(path => (Name(path), Comment().Replace(File.ReadAllText(path), "")))];

    public static string Read(string page) => File.ReadAllText(Path.Combine(Host, page));

    /// <summary>The lines of a list beside the tests; comments begin with #.</summary>
    public static IReadOnlyList<string> List(string name)
    {
        using var reader = new StreamReader(typeof(SourceTree).Assembly.GetManifestResourceStream(name)!);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#'),
        ];
    }

    /// <summary>Fails with all faults, a line each.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var lines = faults.ToList();
        if (lines.Count > 0)
            Assert.Fail($"{lines.Count} found:\n{string.Join('\n', lines)}");
    }

    private static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateDirectories(Host)
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj" or "node_modules" or "wwwroot"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Host, pattern))
            .Where(path => !path.Contains("Migrations", StringComparison.Ordinal));

    private static string Name(string path) => Path.GetRelativePath(Host, path).Replace('\\', '/');

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sourceline.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Sourceline.slnx is in no folder above the tests.");
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
