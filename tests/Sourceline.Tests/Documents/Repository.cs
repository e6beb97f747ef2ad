namespace Sourceline.Tests.Documents;

/// <summary>The files of the project, for tests that compare documents with code.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "artifacts", ".git"];

    /// <summary>The folder that holds <c>Sourceline.slnx</c>.</summary>
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>All files with one of these endings, without what the build makes.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Walk(new DirectoryInfo(Root)).Where(file => endings.Contains(Path.GetExtension(file), StringComparer.Ordinal));

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(inner => !Generated.Contains(inner.Name)).SelectMany(Walk));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sourceline.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The project's folder was not found.");
        return folder.FullName;
    }
}
