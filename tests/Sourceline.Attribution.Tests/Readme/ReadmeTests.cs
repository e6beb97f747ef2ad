using System.Reflection;

namespace Sourceline.Attribution.Tests.Readme;

/// <summary>What the README of the library shows is compiled, run, and prints what it says.</summary>
public sealed class ReadmeTests
{
    private static readonly string Folder = typeof(ReadmeTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ProjectFolder")
        .Value!;

    private static readonly string Readme = File.ReadAllText(Path.Combine(Folder, "../../src/Sourceline.Attribution/README.md"));

    [Fact]
    public void Example_IsTheCodeThatIsCompiledHere()
    {
        var body = File.ReadAllLines(Path.Combine(Folder, "Readme/Example.cs"))
            .SkipWhile(line => !line.Contains("void Run", StringComparison.Ordinal))
            .Skip(2)
            .SkipLast(2);
        Assert.Equal(
            body.Select(line => line[8..]),
            Between("```csharp\n", "```")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .SkipWhile(line => line.StartsWith("using", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Example_Run_PrintsWhatTheReadmeSays()
    {
        using var printed = new StringWriter { NewLine = "\n" };
        var console = Console.Out;
        Console.SetOut(printed);
        try
        {
            Example.Run();
        }
        finally
        {
            Console.SetOut(console);
        }

        var said = Between("\nprints\n\n", "\n\n").Split('\n').Select(line => line.Trim());
        Assert.Equal(said, printed.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Between(string before, string behind)
    {
        var start = Readme.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return Readme[start..Readme.IndexOf(behind, start, StringComparison.Ordinal)];
    }
}
