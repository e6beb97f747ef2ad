using System.CommandLine;

namespace Sourceline.Cli;

/// <summary>Where a command writes bytes, or more text than the console's own writer takes quickly.</summary>
internal static class CommandOutput
{
    /// <summary>The stream of the writer that the caller gave as the command's output; standard output where that is not a stream's writer.</summary>
    public static Stream Open(ParseResult parsed) =>
        parsed.InvocationConfiguration.Output is StreamWriter output ? output.BaseStream : Console.OpenStandardOutput();
}
