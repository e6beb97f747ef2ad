using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;

namespace Sourceline.Cli;

/// <summary>Runs a verb.</summary>
public static class CommandLine
{
    /// <summary>
    /// The verb's exit code; <see cref="CommandHost.UsageError"/> where the words are wrong, after saying which; 1 where the machine
    /// refuses something: a folder that cannot be written, a database that does not answer. On Ctrl-C a verb has half a minute to
    /// finish what it has begun.
    /// </summary>
    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        ArgumentNullException.ThrowIfNull(root);
        var parsed = root.Parse(args);
        if (parsed.CommandResult.Command is BackgroundCommand background) background.GiveWay();
        return await InvokeAsync(parsed, new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }

    /// <summary>The same inside a process that does other things too: its priority and its signals are left alone.</summary>
    internal static async Task<int> InvokeAsync(ParseResult parsed, InvocationConfiguration configuration)
    {
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            var code = await parsed.InvokeAsync(configuration);
            return parsed.Errors.Count > 0 ? CommandHost.UsageError : code;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or SocketException)
        {
            Console.Error.WriteLine($"sourceline: {Cause(e)}");
            return 1;
        }
    }

    /// <summary>A driver wraps what went wrong; the innermost says it.</summary>
    private static string Cause(Exception e) => e.InnerException is { } inner and not DbException ? $"{e.Message} {inner.Message}" : e.Message;
}
