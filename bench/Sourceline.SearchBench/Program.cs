using System.Diagnostics;
using System.Globalization;
using Sourceline.Search.Index;
using Sourceline.SearchBench;

// Fills an index with generated stories and searches it, first alone, then while stories are added: eng/bench-search [STORIES [FOLDER]].
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;

// An index that is already in the folder is used as it is.
var kept = args.Length > 1;
var folder = kept ? Directory.CreateDirectory(args[1]).FullName : Directory.CreateTempSubdirectory("sourceline-search-bench").FullName;
try
{
    using var index = OpenIndex.Open(folder);
    var writer = new StoryMaker();
    if (index.Search(searcher => searcher.IndexReader.NumDocs) == 0)
        Fill(index, writer);
    else
        writer.Begin(count);
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
    if (!kept)
        Directory.Delete(folder, recursive: true);
}

void Fill(OpenIndex index, StoryMaker writer)
{
    var watch = Stopwatch.StartNew();
    for (var made = 0; made < count; made += 1000)
        Parallel.ForEach(writer.Next(Math.Min(1000, count - made)), index.Put);
    index.Commit();
    index.Refresh();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} stories indexed in {watch.Elapsed.TotalSeconds:N1} s, {count / watch.Elapsed.TotalSeconds:N0} a second; {Size(folder) / 1e6:N0} MB on disk"
        )
    );
}

static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

static async Task ComeInAsync(OpenIndex index, StoryMaker writer, CancellationToken cancellationToken)
{
    while (!cancellationToken.IsCancellationRequested)
    {
        foreach (var story in writer.Next(30))
            index.Put(story);
        index.Refresh();
        await Task.Delay(100, CancellationToken.None);
    }
}

static void Report(string when, IReadOnlyList<(string Kind, double[] Times, double[] Busy, double Found)> results)
{
    Console.WriteLine();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{when, -36} {"p50 ms", 8} {"p95 ms", 8} {"p99 ms", 8} {"cpu p50", 8} {"cpu p99", 8} {"found", 10}"
        )
    );
    foreach (var (kind, times, busy, found) in results)
        Line(kind, times, busy, found);
    Line(
        "all",
        [.. results.SelectMany(result => result.Times).Order()],
        [.. results.SelectMany(result => result.Busy).Order()],
        results.Average(result => result.Found)
    );
}

static void Line(string kind, double[] times, double[] busy, double found) =>
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kind, -36} {At(times, .5), 8:N2} {At(times, .95), 8:N2} {At(times, .99), 8:N2} {At(busy, .5), 8:N2} {At(busy, .99), 8:N2} {found, 10:N0}"
        )
    );

static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
