namespace Sourceline.Tests.Newsrooms;

/// <summary>Real material beside the project, which is never part of it. Tests that need it skip where it is missing.</summary>
public static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>The full path of a file or folder in <c>../shared</c>; skips the test where it is not there.</summary>
    public static string Path(string relative)
    {
        var path = Root is null ? null : System.IO.Path.Combine(Root, relative);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"../shared/{relative} is not beside the project.");
        return path!;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "Sourceline.slnx")))
                continue;
            var shared = System.IO.Path.Combine(folder.Parent?.FullName ?? "", "shared");
            return Directory.Exists(shared) ? shared : null;
        }
        return null;
    }
}
