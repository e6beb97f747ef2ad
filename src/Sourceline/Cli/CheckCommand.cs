using System.CommandLine;
using System.Globalization;
using Sourceline.BackgroundWork;
using Sourceline.Data.Checks;

namespace Sourceline.Cli;

/// <summary><c>sourceline check</c>: whether what is derived still fits what it was derived from.</summary>
public static class CheckCommand
{
    private const string Help =
        """
        Compare the newsroom with itself: the log of acts, numbers and counters, versions, leans, replies and the search index, each
        with what it is made from. Every fault is named on standard output with what repairs it, ten of a kind at most; nothing is
        changed. It may run beside the server; what changes meanwhile is looked at again before it counts as a fault.

        Exit codes: 0 everything fits; 1 something does not; 2 wrong use or settings.
        """;

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new BackgroundCommand("check", Help, ProcessPriority.GiveWay).WithCommonOptions();
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
