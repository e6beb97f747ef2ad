using Sourceline.Attribution.Tests.Packing;

namespace Sourceline.Formats.Tests.Packing;

public sealed class PackageTests
{
    [Fact]
    public async Task Pack_HoldsLibraryDocumentationAndReadme_AndNeedsTwoPackages()
    {
        var package = await Packed.OfAsync(typeof(NewsReader), TestContext.Current.CancellationToken);
        Assert.Equal(["README.md", "lib/net10.0/Sourceline.Formats.dll", "lib/net10.0/Sourceline.Formats.xml"], package.Files);
        Assert.Equal(["lib/net10.0/Sourceline.Formats.pdb"], package.Symbols);
        Assert.Equal(["AngleSharp", "UTF.Unknown"], package.Dependencies);
        Assert.Equal(("Sourceline.Formats", "Apache-2.0", "README.md"), (package["id"], package["license"], package["readme"]));
        Assert.All((string[])["version", "authors", "description", "tags", "copyright"], element =>
            Assert.False(string.IsNullOrWhiteSpace(package[element]), element)
        );
    }
}
