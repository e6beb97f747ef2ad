using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

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
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
                EnableDefaultExceptionHandler = false,
            });
            return parsed.Errors.Count > 0 ? CommandHost.UsageError : code;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or SocketException or DbUpdateException)
        {
            Console.Error.WriteLine($"sourceline: {Cause(e)}");
            return 1;
        }
    }

    /// <summary>A driver wraps what went wrong; the innermost says it.</summary>
    private static string Cause(Exception e) => StorageFailure.InWords(e) is { } words ? words : e.InnerException is { } inner and not DbException ? $"{e.Message} {inner.Message}" : e.Message;
}
