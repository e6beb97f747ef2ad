using System.Diagnostics;
using System.Globalization;
using Sourceline.Search.Index;
using Sourceline.Search.Queries;
using Sourceline.SearchBench;

// Fills an index with generated stories and asks it, first alone, then while stories go on coming in: eng/bench-search [STORIES].
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var folder = Directory.CreateTempSubdirectory("sourceline-search-bench").FullName;
try
{
    using var index = OpenIndex.Open(folder);
    var writer = new StoryMaker();
    var watch = Stopwatch.StartNew();
    for (var made = 0; made < count; made += 1000)
        Parallel.ForEach(writer.Next(Math.Min(1000, count - made)), index.Put);
    index.Commit();
    index.Refresh();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} stories indexed in {watch.Elapsed.TotalSeconds:N1} s, {count / watch.Elapsed.TotalSeconds:N0} a second; {Size(folder) / 1e6:N0} MB on disk"));
    new QueryLoad(index).Warm();
    Report("alone", new QueryLoad(index).Run(300));
    using var stop = new CancellationTokenSource();
    var coming = Task.Run(() => ComeInAsync(index, writer, stop.Token));
    Report("while 300 stories a second come in", new QueryLoad(index).Run(300));
    await stop.CancelAsync();
    await coming;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

static async Task ComeInAsync(OpenIndex index, StoryMaker writer, CancellationToken cancellationToken)
{
    while (!cancellationToken.IsCancellationRequested)
    {
        foreach (var story in writer.Next(30)) index.Put(story);
        index.Refresh();
        await Task.Delay(100, CancellationToken.None);
    }
}

static void Report(string when, IReadOnlyList<(string Kind, double[] Times, double Found)> results)
{
    Console.WriteLine();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{when,-44} {"p50 ms",8} {"p95 ms",8} {"p99 ms",8} {"found",10}"));
    foreach (var (kind, times, found) in results)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-44} {At(times, .5),8:N2} {At(times, .95),8:N2} {At(times, .99),8:N2} {found,10:N0}"));
    double[] all = [.. results.SelectMany(result => result.Times).Order()];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-44} {At(all, .5),8:N2} {At(all, .95),8:N2} {At(all, .99),8:N2}"));
}

static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
