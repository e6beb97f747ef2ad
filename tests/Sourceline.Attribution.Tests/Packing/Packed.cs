using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace Sourceline.Attribution.Tests.Packing;

/// <summary>The NuGet package of a library that has been built, made as <c>dotnet pack</c> makes it.</summary>
internal sealed class Packed
{
    private Packed(string folder)
    {
        (Files, Description) = Read(Assert.Single(Directory.GetFiles(folder, "*.nupkg")));
        (Symbols, _) = Read(Assert.Single(Directory.GetFiles(folder, "*.snupkg")));
    }

    /// <summary>The library's own files, without those of the package itself.</summary>
    public IReadOnlyList<string> Files { get; }

    public IReadOnlyList<string> Symbols { get; }

    /// <summary>The elements of the package's description.</summary>
    public XElement Description { get; }

    public string? this[string element] => Description.Elements().FirstOrDefault(e => e.Name.LocalName == element)?.Value;

    public IEnumerable<string> Dependencies =>
        Description.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value);

    /// <param name="library">A type of the library.</param>
    public static async Task<Packed> OfAsync(Type library, CancellationToken cancellationToken)
    {
        var name = library.Assembly.GetName().Name!;
        var configuration = library.Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var root = typeof(Packed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectFolder").Value!;
        var folder = Directory.CreateTempSubdirectory("sourceline-pack-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (
                var argument in (string[])
                    [
                        "pack",
                        Path.Combine(root, "../../src", name),
                        "--no-build",
                        "--configuration",
                        configuration,
                        "--output",
                        folder,
                        "--nologo",
                    ]
            )
                start.ArgumentList.Add(argument);
            using var pack = Process.Start(start)!;
            var said = await Task.WhenAll(
                pack.StandardOutput.ReadToEndAsync(cancellationToken),
                pack.StandardError.ReadToEndAsync(cancellationToken)
            );
            await pack.WaitForExitAsync(cancellationToken);
            Assert.True(pack.ExitCode == 0, string.Concat(said));
            return new Packed(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (List<string> Files, XElement Description) Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var nuspec = zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var files = zip
            .Entries.Select(e => e.FullName)
            .Where(n => n.StartsWith("lib/", StringComparison.Ordinal) || !n.Contains('/', StringComparison.Ordinal));
        return (
            [
                .. files
                    .Where(n => !n.EndsWith(".nuspec", StringComparison.Ordinal) && n != "[Content_Types].xml")
                    .Order(StringComparer.Ordinal),
            ],
            XDocument.Load(nuspec).Root!.Elements().Single()
        );
    }
}
