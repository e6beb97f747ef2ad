using System.CommandLine;
using Sourceline.Archive;

namespace Sourceline.Tests.Archive;

public sealed class ImportCommandTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Import_EmptyPath_IsWrongUse(string path)
    {
        using var said = new StringWriter();
        var output = new InvocationConfiguration { Error = said, Output = said };

        Assert.NotEqual(0, await ImportCommand.Create(Program.Add).Parse([path]).InvokeAsync(output, TestContext.Current.CancellationToken));

        Assert.Contains("A PATH is empty", said.ToString(), StringComparison.Ordinal);
    }
}
