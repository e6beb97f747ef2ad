// Measures how fast statements are found: Sourceline.AttributionBench [MODEL [PART]]; see eng/bench-attribution.
using Sourceline.AttributionBench;

try
{
    if (args.Length > 0 && args[0] != "shipped")
        Models.Path = args[0];
    _ = Models.Model;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
return BenchRun.Start(args.Length > 1 ? args[1] : "");
