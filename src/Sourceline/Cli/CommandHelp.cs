using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Sourceline.Cli;

/// <summary>Writes the help of a command: the library's, wrapped, and the command's details below it.</summary>
internal sealed class CommandHelp : SynchronousCommandLineAction
{
    /// <summary>No line of help is longer.</summary>
    public const int Columns = 100;

    private const int Indent = 2;

    private readonly HelpAction _help = new() { MaxWidth = Columns };

    public override bool ClearsParseErrors => true;

    /// <summary>Has the command and everything below it explain itself with this help.</summary>
    public static void UseFor(RootCommand root) => root.Options.OfType<HelpOption>().Single().Action = new CommandHelp();

    /// <summary>Two columns for <see cref="DetailedCommand.Details"/>, the second wrapped.</summary>
    public static string Rows(IEnumerable<(string Name, string Says)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows.ToList();
        var width = all.Max(row => row.Name.Length) + 2;
        return string.Join(
            '\n',
            all.SelectMany(row =>
                Wrapped(row.Says, Columns - Indent - width)
                    .Select((line, at) => $"{new string(' ', Indent)}{(at == 0 ? row.Name : "").PadRight(width)}{line}")
            )
        );
    }

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        var code = _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand command)
            parseResult.InvocationConfiguration.Output.WriteLine($"{command.Details}{Environment.NewLine}");
        return code;
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
