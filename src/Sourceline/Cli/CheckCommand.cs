using System.CommandLine;
using System.Globalization;
using Sourceline.BackgroundWork;
using Sourceline.Data.Checks;

namespace Sourceline.Cli;

/// <summary><c>sourceline check</c>: whether what is derived still fits what it was derived from.</summary>
public static class CheckCommand
{
    private const string Details =
        """
        The command compares the act log, numbers, versions, dependencies, replies and the search index
        with the data they come from. It shows up to ten mismatches of each kind and how to repair them. It
        changes nothing and can run beside the server.

        Exit codes:
          0  Everything matches.
          1  Something does not match.
          2  The command or the settings are wrong.
        """;

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new BackgroundCommand("check", "Verify derived data and show how to repair mismatches.", Details, ProcessPriority.GiveWay).WithCommonOptions();
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(
            parsed, add, (services, cancellation) => RunAsync(services.GetServices<ConsistencyCheck>(), Console.Out, Console.Error, cancellation), cancellationToken, onlyExisting: true));
        return command;
    }

    /// <summary>Runs the checks one after another; a check that cannot be carried out is a fault of its own.</summary>
    /// <param name="progress">Takes a line every few seconds.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(IEnumerable<ConsistencyCheck> checks, TextWriter output, TextWriter progress, CancellationToken cancellationToken)
    {
        var faults = 0L;
        foreach (var check in checks)
        {
            var (findings, lookedAt) = (new Findings(ProgressLines.To(progress, $"{check.Name}: ")), "could not be looked at");
            try
            {
                lookedAt = await check.RunAsync(findings, cancellationToken);
            }
#pragma warning disable CA1031 // One check that fails does not stop the others.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                findings.Add(new Fault(e.Message, "See whether the database and the data folder can be read."));
            }
            faults += findings.Count;
            await WriteAsync(check.Name, lookedAt, findings, output);
        }
        await output.WriteLineAsync(faults == 0 ? "Everything fits." : string.Create(CultureInfo.InvariantCulture, $"{faults:N0} faults."));
        return faults == 0 ? 0 : 1;
    }

    private static async Task WriteAsync(string name, string lookedAt, Findings findings, TextWriter output)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{(findings.Count == 0 ? "ok   " : "FAULT")}  {name}: {lookedAt}"));
        foreach (var fault in findings.Shown) await output.WriteLineAsync($"       {fault}");
        if (findings.Count > Findings.Most) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"       ... and {findings.Count - Findings.Most:N0} more"));
        foreach (var repair in findings.Repairs) await output.WriteLineAsync($"       Repair: {repair}");
    }
}
