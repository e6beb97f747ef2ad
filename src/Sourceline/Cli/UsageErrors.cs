using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sourceline.Cli;

/// <summary>Says what is wrong with a command line, the cause first, and where to read on.</summary>
internal static class UsageErrors
{
    /// <summary>Writes what the parser found.</summary>
    /// <returns><see cref="CommandHost.UsageError"/>.</returns>
    public static int Write(ParseResult parsed, TextWriter errors) =>
        Write(parsed, string.Join(Environment.NewLine, Causes(parsed)), errors);

    /// <summary>Writes what only showed when the command ran.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="cause">One or more whole sentences.</param>
    /// <returns><see cref="CommandHost.UsageError"/>.</returns>
    public static int Write(ParseResult parsed, string cause) => Write(parsed, cause, parsed.InvocationConfiguration.Error);

    private static int Write(ParseResult parsed, string cause, TextWriter errors)
    {
        errors.WriteLine(cause);
        errors.WriteLine($"See '{Path(parsed.CommandResult)} --help'.");
        return CommandHost.UsageError;
    }

    /// <summary>The library says of a misspelled command that none was given, and of a missing one that it was required.</summary>
    private static IEnumerable<string> Causes(ParseResult parsed)
    {
        if (parsed.CommandResult.Command.Subcommands.Count == 0)
            return parsed.Errors.Select(error => error.Message).Distinct();
        if (parsed.UnmatchedTokens is not [var token, ..])
            return ["No command was given."];
        return [$"There is no {(token.StartsWith('-') ? "option" : "command")} '{token}'."];
    }

    /// <summary>"sourceline attribution train". The root is named after the product, whatever started it.</summary>
    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "sourceline";
}
