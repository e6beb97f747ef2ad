using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Sourceline.BackgroundWork;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.EventLog;

namespace Sourceline.Cli;

/// <summary><c>sourceline check</c>: checks the database, and derived data against what it is derived from.</summary>
public static class CheckCommand
{
    private const string Details = """
        The command checks that the database is intact, that the act log is complete, that readers' e-mail
        addresses can be decrypted, and that everything derived (dependencies, counts, schedule, search
        index, cached pages) matches the data it comes from. It shows up to ten faults of each kind and the
        command that repairs them. It changes nothing and can run beside the server.

        Exit codes:
          0  No faults were found.
          1  Faults were found.
          2  The command or the settings are wrong.
        """;

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new BackgroundCommand(
            "check",
            "Check the database and derived data, and show how to repair faults.",
            Details,
            ProcessPriority.GiveWay
        ).WithCommonOptions();
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    app => AddWithoutNewKeys(app, add),
                    (services, cancellation) => RunAsync(services, Console.Out, Console.Error, cancellation),
                    cancellationToken,
                    onlyExisting: true,
                    evenDamaged: true,
                    reads: true
                )
        );
        return command;
    }

    /// <summary>Runs the checks and then the projections' checks; one that cannot be carried out is a fault of its own.</summary>
    /// <param name="services">Those of the newsroom.</param>
    /// <param name="output">Takes the report.</param>
    /// <param name="progress">Takes a line every few seconds.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(
        IServiceProvider services,
        TextWriter output,
        TextWriter progress,
        CancellationToken cancellationToken
    )
    {
        var faults = 0L;
        foreach (var check in services.GetServices<ConsistencyCheck>())
            faults += await RunAsync(check.Name, "", check.RunAsync, output, progress, cancellationToken);
        foreach (var projection in services.GetServices<Projection>())
            faults += await RunAsync(
                projection.Name,
                projection.RebuildCommand,
                projection.CheckAsync,
                output,
                progress,
                cancellationToken
            );
        await output.WriteLineAsync(
            faults switch
            {
                0 => "No faults.",
                1 => "1 fault.",
                _ => string.Create(CultureInfo.InvariantCulture, $"{faults:N0} faults."),
            }
        );
        return faults == 0 ? 0 : 1;
    }

    /// <summary>A check changes nothing, so it must not make a key where there is none.</summary>
    private static void AddWithoutNewKeys(IHostApplicationBuilder app, Action<IHostApplicationBuilder> add)
    {
        add(app);
        app.Services.Configure<KeyManagementOptions>(keys => keys.AutoGenerateKeys = false);
    }

    private static async Task<long> RunAsync(
        string name,
        string repair,
        Func<Findings, CancellationToken, Task<string>> run,
        TextWriter output,
        TextWriter progress,
        CancellationToken cancellationToken
    )
    {
        var (findings, checkedWhat) = (new Findings(repair, ProgressLines.To(progress, $"{name}: ")), "could not be checked");
        try
        {
            checkedWhat = await run(findings, cancellationToken);
        }
#pragma warning disable CA1031 // One check that fails does not stop the others.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            findings.Add(
                new Fault(
                    StorageFailure.InWords(e) ?? e.Message,
                    "Make sure that the database and the data folder can be read, then run sourceline check again."
                )
            );
        }
        await WriteAsync(name, checkedWhat, findings, output);
        return findings.Count;
    }

    private static async Task WriteAsync(string name, string checkedWhat, Findings findings, TextWriter output)
    {
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{(findings.Count == 0 ? "ok   " : "FAULT")}  {name}: {checkedWhat}")
        );
        foreach (var fault in findings.Shown)
            await output.WriteLineAsync($"       {fault}");
        if (findings.Count > Findings.Most)
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"       ... and {findings.Count - Findings.Most:N0} more")
            );
        foreach (var note in findings.Notes)
            await output.WriteLineAsync($"       Note: {note}");
        foreach (var repair in findings.Repairs)
            await output.WriteLineAsync($"       Repair: {repair}");
    }
}
