using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Cli;

/// <summary>Runs a command.</summary>
public static class CommandLine
{
    /// <summary>
    /// Returns the exit code of the command; <see cref="CommandHost.UsageError"/> if the arguments are wrong, after saying why; 1 if the
    /// machine refuses something, such as a folder that can't be written or a database that doesn't answer. On Ctrl+C a command has 30
    /// seconds to finish.
    /// </summary>
    /// <param name="root">All commands.</param>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="configuration">
    /// Given by a process that runs a command among other things: its priority and its signals are left alone. Null where the process is the command's own.
    /// </param>
    public static async Task<int> InvokeAsync(RootCommand root, string[] args, InvocationConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        var isOwnProcess = configuration is null;
        configuration ??= new InvocationConfiguration();
        configuration.ProcessTerminationTimeout = isOwnProcess ? TimeSpan.FromSeconds(30) : null;
        configuration.EnableDefaultExceptionHandler = false;
        CommandHelp.UseFor(root);
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
            return UsageErrors.Write(parsed, configuration.Error);
        if (isOwnProcess && parsed.CommandResult.Command is BackgroundCommand background)
            background.GiveWay();
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or SocketException or DbUpdateException)
        {
            await configuration.Error.WriteLineAsync($"sourceline: {Cause(e)}");
            return 1;
        }
    }

    /// <summary>A driver wraps what went wrong; the innermost says it.</summary>
    private static string Cause(Exception e) =>
        StorageFailure.InWords(e) is { } words ? words
        : e.InnerException is { } inner and not DbException ? $"{e.Message} {inner.Message}"
        : e.Message;
}
