using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sourceline.Ingest.Importing;

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
        return console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new LeftColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Reading", maxValue: totalBytes ?? 1);
                task.IsIndeterminate = totalBytes is null;
                await work(new Bar(task, totalBytes));
            });
    }

    private sealed class Bar(ProgressTask task, long? totalBytes) : IProgress<ImportProgress>
    {
        private readonly ProgressWords _words = new(totalBytes);

        public void Report(ImportProgress value)
        {
            task.Description = _words.Of(value);
            if (value.Bytes < 0)
                return;
            task.Value = value.Bytes;
            task.State.Update<TimeSpan>(LeftColumn.Key, _ => _words.Left(value) ?? TimeSpan.Zero);
        }
    }

    /// <summary>Ours and not the library's, which would count on from the speed at which an earlier run's items are passed over.</summary>
    private sealed class LeftColumn : ProgressColumn
    {
        public const string Key = "left";

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.State.Get<TimeSpan>(Key) is var left && left > TimeSpan.Zero ? $"{left:c}" : "");
    }

    private sealed class Lines(long? totalBytes) : IProgress<ImportProgress>
    {
        private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

        private readonly ProgressWords _words = new(totalBytes);
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly Lock _lock = new();
        private TimeSpan? _last;

        public void Report(ImportProgress value)
        {
            // Zeros would stand before the reason why nothing could be read.
            if (value is { Items: 0, Note: null })
                return;
            lock (_lock)
            {
                var now = _watch.Elapsed;
                // The first at once: it says that the import has begun.
                if (now - _last < Every)
                    return;
                _last = now;
                Console.Error.WriteLine(_words.Of(value) + Share(value) + (_words.Left(value) is { } left ? $", about {left:c} left" : ""));
            }
        }

        private string Share(ImportProgress value) =>
            totalBytes is not > 0 || value.Bytes <= 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", {Math.Min(1, (double)value.Bytes / totalBytes.Value):P0}");
    }
}
