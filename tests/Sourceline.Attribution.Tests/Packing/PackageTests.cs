namespace Sourceline.Attribution.Tests.Packing;

public sealed class PackageTests
{
    [Fact]
    public async Task Pack_HoldsLibraryDocumentationAndReadme_AndNeedsNothing()
    {
        var package = await Packed.OfAsync(typeof(Attributor), TestContext.Current.CancellationToken);
        Assert.Equal(["README.md", "lib/net10.0/Sourceline.Attribution.dll", "lib/net10.0/Sourceline.Attribution.xml"], package.Files);
        Assert.Equal(["lib/net10.0/Sourceline.Attribution.pdb"], package.Symbols);
        Assert.Empty(package.Dependencies);
        Assert.Equal(("Sourceline.Attribution", "Apache-2.0", "README.md"), (package["id"], package["license"], package["readme"]));
        Assert.All((string[])["version", "authors", "description", "tags", "copyright"], element =>
            Assert.False(string.IsNullOrWhiteSpace(package[element]), element)
        );
    }
}
