namespace Sourceline.Formats.Tests.Support;

/// <summary>Finds files of the repository, and test material that lies beside it and is never part of it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string TestProject => Path.Combine(Root, "tests", "Sourceline.Formats.Tests");

    public static string Sample(string path) => Path.Combine(TestProject, "Samples", path);

    public static IEnumerable<string> Samples(string folder) => Directory.EnumerateFiles(Sample(folder)).Order(StringComparer.Ordinal);

    /// <summary>A path in the material beside the repository; skips the test where there is none.</summary>
    public static string Shared(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        Assert.SkipUnless(Path.Exists(full), $"The test material {path} is not beside the repository.");
        return full;
    }

    /// <summary>Deterministic builds replace the root in source paths by "/_/".</summary>
    public static string Mapped(string sourcePath)
    {
        var at = sourcePath.Replace('\\', '/').IndexOf("tests/Sourceline.Formats.Tests", StringComparison.Ordinal);
        return at < 0 ? sourcePath : Path.Combine(Root, sourcePath[at..]);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sourceline.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Sourceline.slnx is not above the test's folder.");
    }
}
