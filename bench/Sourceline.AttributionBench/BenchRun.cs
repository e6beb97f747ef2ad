using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Sourceline.AttributionBench;

/// <summary>Runs the benchmarks within this process, so that nothing is built for them, and prints one table.</summary>
internal static class BenchRun
{
    public static int Start(string filter)
    {
        Console.WriteLine(
            Models.Any
                ? $"model: {Models.Path ?? "the one that the library carries"}"
                : "no model: the library carries none and none was named; rules alone"
        );
        Console.WriteLine($"{"", -52}{"CPU ms", 11}{"fastest", 11}{"tokens/s", 12}{"bytes/token", 13}");
        foreach (var type in Types().Where(t => t.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            var summary = BenchmarkRunner.Run(type, Config(type == typeof(Hostile)));
            if (summary.HasCriticalValidationErrors || summary.Reports.Any(r => r.ResultStatistics is null))
                return Failed(summary);
            foreach (var report in summary.Reports)
                Print(report);
        }
        return 0;
    }

    private static IEnumerable<Type> Types() =>
        Models.Bytes is null ? [typeof(Reading), typeof(Hostile)] : [typeof(Loading), typeof(Reading), typeof(Hostile)];

    private static ManualConfig Config(bool isLong)
    {
        var job = Job
            .Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: false))
            .WithClock(new CpuClock())
            .WithWarmupCount(isLong ? 1 : 3)
            .WithIterationCount(isLong ? 3 : 7);
        return ManualConfig
            .CreateEmpty()
            .WithOptions(ConfigOptions.DisableOptimizationsValidator)
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddFilter(new SimpleFilter(benchmark => Models.Any || benchmark.Descriptor.WorkloadMethod.Name != nameof(Reading.WithModel)))
            .AddJob(isLong ? job.WithStrategy(RunStrategy.Monitoring) : job.WithMinIterationTime(TimeInterval.FromMilliseconds(200)));
    }

    private static void Print(BenchmarkReport report)
    {
        var method = report.BenchmarkCase.Descriptor;
        var statistics = report.ResultStatistics!;
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        var tokens = ((IMeasured)Activator.CreateInstance(method.Type)!).TokensOf(method.WorkloadMethod.Name);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{method.WorkloadMethodDisplayInfo.Trim('\''), -52}{statistics.Median / 1e6, 11:N2}{statistics.Min / 1e6, 11:N2}"
                    + $"{(tokens == 0 ? "" : (tokens / statistics.Median * 1e9).ToString("N0", CultureInfo.InvariantCulture)), 12}{(tokens == 0 ? $"{bytes / 1048576.0:N1} MB" : $"{(double)bytes / tokens:N0}"), 13}"
            )
        );
    }

    private static int Failed(Summary summary)
    {
        foreach (
            var error in summary
                .ValidationErrors.Select(e => e.Message)
                .Concat(summary.Reports.Where(r => r.ResultStatistics is null).Select(r => r.BenchmarkCase.DisplayInfo + " gave nothing"))
        )
            Console.Error.WriteLine(error);
        return 1;
    }
}
