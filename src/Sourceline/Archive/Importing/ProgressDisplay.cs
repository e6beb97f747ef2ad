using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Sourceline.Archive.Importing;

/// <summary>Shows progress on standard error: a bar on a terminal, a line every few seconds elsewhere. Standard output is the report's.</summary>
internal static class ProgressDisplay
{
    /// <param name="totalBytes">Null where it is not known.</param>
    /// <param name="work">Reports to what it is given.</param>
    public static Task RunAsync(long? totalBytes, Func<IProgress<ImportProgress>, Task> work) =>
        Console.IsErrorRedirected ? work(new Lines(totalBytes)) : OnTerminalAsync(totalBytes, work);

    private static Task OnTerminalAsync(long? totalBytes, Func<IProgress<ImportProgress>, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Reading", maxValue: totalBytes ?? 1);
                task.IsIndeterminate = totalBytes is null;
                await work(new Bar(task));
            });
    }

    private static string Words(ImportProgress value, double rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{value.Items:N0} read, {value.Stored:N0} stored, {value.Unchanged:N0} unchanged, {value.Failed:N0} failed, {rate:N0}/s");

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        private readonly Pace _pace = new();

        public void Report(ImportProgress value)
        {
            task.Description = value.Note ?? Words(value, _pace.Of(value.Items));
            if (value.Bytes >= 0) task.Value = value.Bytes;
        }
    }

    private sealed class Lines(long? totalBytes) : IProgress<ImportProgress>
    {
        private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

        private readonly Pace _pace = new();
        private readonly Pace _bytes = new();
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly Lock _lock = new();
        private TimeSpan? _last;

        public void Report(ImportProgress value)
        {
            lock (_lock)
            {
                var now = _watch.Elapsed;
                // The first at once: it says that the import has begun.
                if (now - _last < Every) return;
                _last = now;
                Console.Error.WriteLine(value.Note ?? Words(value, _pace.Of(value.Items)) + Left(value.Bytes));
            }
        }

        private string Left(long bytes)
        {
            if (totalBytes is not > 0 || bytes <= 0) return "";
            var pace = Math.Max(1, _bytes.Of(bytes));
            var left = TimeSpan.FromSeconds(Math.Round(Math.Max(0, totalBytes.Value - bytes) / pace));
            return string.Create(CultureInfo.InvariantCulture, $", {Math.Min(1, (double)bytes / totalBytes.Value):P0}, about {left:c} left");
        }
    }
}
