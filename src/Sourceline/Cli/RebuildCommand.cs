using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Sourceline.BackgroundWork;
using Sourceline.EventLog;

namespace Sourceline.Cli;

/// <summary><c>sourceline rebuild</c>: rebuilds derived data.</summary>
public static class RebuildCommand
{
    private const string Details = """
        Derived data comes from stories, statements, replies and acts. Name a part, several parts, or use
        --all. "sourceline check" says which parts need it. The command can run beside the server. If it is
        interrupted, run it again.

        Exit codes:
          0  Everything named was rebuilt.
          1  Something could not be rebuilt.
          2  The command or the settings are wrong.
        """;

    private static readonly Argument<string[]> Names = new("NAME")
    {
        Description = "What to rebuild, such as search.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> All = new("--all") { Description = "Rebuild everything." };
    private static readonly Option<bool> List = new("--list")
    {
        Description = "List the names, and the last act that each part has followed.",
    };

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var command = new BackgroundCommand(
            "rebuild",
            "Rebuild derived data: dependencies, counts, the search index, cached pages.",
            Details,
            ProcessPriority.GiveWay
        )
        {
            Names,
            All,
            List,
        }.WithCommonOptions();
        command.Validators.Clear();
        command.Validators.Add(result =>
        {
            var ways =
                ((result.GetValue(Names) ?? []).Length > 0 ? 1 : 0) + (result.GetValue(All) ? 1 : 0) + (result.GetValue(List) ? 1 : 0);
            if (ways != 1)
                result.AddError("Name what to rebuild, or use --all or --list.");
        });
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandHost.RunAsync(
                    parsed,
                    add,
                    (services, cancellation) =>
                    {
                        List<Projection> known = [.. services.GetServices<Projection>()];
                        return parsed.GetValue(List)
                            ? ListAsync(known, Console.Out, cancellation)
                            : RunAsync(
                                known,
                                parsed.GetValue(All) ? null : parsed.GetValue(Names),
                                Console.Out,
                                Console.Error,
                                cancellation
                            );
                    },
                    cancellationToken,
                    onlyExisting: true
                )
        );
        return command;
    }

    /// <summary>Rebuilds one after another.</summary>
    /// <param name="known">All projections.</param>
    /// <param name="names">Which of them; null for all.</param>
    /// <param name="output">Takes a line for each that is rebuilt.</param>
    /// <param name="errors">Takes progress and errors.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(
        IReadOnlyList<Projection> known,
        IReadOnlyList<string>? names,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        var unknown = (names ?? []).Where(name => known.All(projection => projection.Name != name)).ToList();
        if (unknown.Count > 0)
        {
            await errors.WriteLineAsync(
                $"'{unknown[0]}' can't be rebuilt. Use one of {string.Join(", ", known.Select(projection => projection.Name))}."
            );
            return CommandHost.UsageError;
        }
        foreach (var projection in known.Where(projection => names is null || names.Contains(projection.Name)))
        {
            var watch = Stopwatch.StartNew();
            var done = await projection.RebuildAsync(ProgressLines.To(errors, $"{projection.Name}: "), cancellationToken);
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{projection.Name}: {done} ({watch.Elapsed.TotalSeconds:N1} s)")
            );
        }
        return 0;
    }

    private static async Task<int> ListAsync(IReadOnlyList<Projection> known, TextWriter output, CancellationToken cancellationToken)
    {
        var width = known.Max(projection => projection.Name.Length);
        foreach (var projection in known)
        {
            var at = await projection.PositionAsync(cancellationToken) is { } position
                ? string.Create(CultureInfo.InvariantCulture, $"has followed the log to act {position:N0}")
                : "not built yet";
            await output.WriteLineAsync($"{projection.Name.PadRight(width)}  {projection.Title}; {at}");
        }
        return 0;
    }
}
