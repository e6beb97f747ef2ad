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
    private const string Help =
        """
        Build the search index anew from the database, beside the one in use, and put it in its place when it is whole. A server on the
        same data folder goes on answering from the old one meanwhile and takes up the new one by itself.

        Exit codes: 0 built; 1 it could not be; 2 wrong use or settings.
        """;

    public static Command Create(Action<IHostApplicationBuilder> add)
    {
        var rebuild = new BackgroundCommand("rebuild", Help, ProcessPriority.GiveWay).WithCommonOptions();
        rebuild.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(
            parsed, add, (services, cancellation) => RebuildAsync(services, Console.Error, cancellation), cancellationToken, onlyExisting: true));
        return new Command("index", "The search index, which everything in it can be made anew for.") { rebuild };
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
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The search index was built in {watch.Elapsed.TotalSeconds:N1} s."));
        return 0;
    }
}
