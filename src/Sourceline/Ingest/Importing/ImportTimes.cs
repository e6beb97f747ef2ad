using System.Diagnostics;
using System.Globalization;

namespace Sourceline.Ingest.Importing;

/// <summary>
/// Where an import spent its time. The parts go on side by side and on several cores, so that they add up to more than the whole; where
/// the machine has other things to do they hold what they waited for it.
/// </summary>
internal sealed class ImportTimes
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, TimeSpan> _parts = [];

    /// <summary>Since the import began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begun);

    public IReadOnlyDictionary<string, TimeSpan> Parts => _parts;

    /// <param name="part">What was done: "storing".</param>
    /// <param name="time">How long, added up over all threads.</param>
    public void Add(string part, TimeSpan time) => _parts[part] = _parts.GetValueOrDefault(part) + time;

    public void WriteTo(TextWriter output, long items)
    {
        var seconds = Math.Max(Elapsed.TotalSeconds, 0.001);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds, 12:N1} s, {items / seconds:N0} items a second"));
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.TotalSeconds, 12:N1} s of processor time")
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576, 12:N0} MB of memory at most"
            )
        );
        foreach (var (part, time) in _parts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds, 12:N1} s {part}"));
    }
}
