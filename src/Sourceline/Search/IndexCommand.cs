using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Sourceline.BackgroundWork;
using Sourceline.Cli;
using Sourceline.Search.Index;

namespace Sourceline.Search;

/// <summary><c>sourceline index rebuild</c>.</summary>
public static class IndexCommand
{
    private const string Details =
        """
        The new index replaces the old one when it is complete. A server on the same data folder answers
        from the old one until then, and switches by itself.

        Exit codes:
          0  The index was rebuilt.
          1  The index could not be rebuilt.
          2  The command or the settings are wrong.
        """;

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var rebuild = new BackgroundCommand("rebuild", "Rebuild the search index from the database.", Details, ProcessPriority.GiveWay).WithCommonOptions();
        rebuild.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(
            parsed, add, (services, cancellation) => RebuildAsync(services, Console.Error, cancellation), cancellationToken, onlyExisting: true));
        return new Command("index", "Rebuild the search index.") { rebuild };
    }

    internal static async Task<int> RebuildAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = services.GetRequiredService<IndexFolder>();
        var watch = Stopwatch.StartNew();
        var next = folder.Next();
        using (var index = OpenIndex.Open(next))
        {
            await services.GetRequiredService<IndexBuilder>().BuildAsync(index, ProgressLines.To(output), cancellationToken);
        }
        // The one before is deleted by the server that leaves it.
        folder.Use(next);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The search index was rebuilt in {watch.Elapsed.TotalSeconds:N1} s."));
        return 0;
    }
}
