using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sourceline.Hosting.Operating;

/// <summary>What is measured of a newsroom beside what the framework measures of any server. Times are in seconds.</summary>
public sealed class NewsMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Sourceline";

    private readonly Histogram<double> _acts;
    private readonly Counter<long> _received;
    private readonly Histogram<double> _batches;
    private readonly Counter<long> _replies;

    public NewsMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Name);
        _acts = meter.CreateHistogram<double>("sourceline.act.duration", "s", "How long an act took until it was committed, by kind and whether it was done.");
        _received = meter.CreateCounter<long>("sourceline.intake.items", "{item}", "Items received, by what became of them.");
        _batches = meter.CreateHistogram<double>("sourceline.intake.duration", "s", "How long a batch took from its cleaning to its commit.");
        _replies = meter.CreateCounter<long>("sourceline.replies.received", "{reply}", "Readers' replies taken in.");
    }

    /// <summary>The moment at which something begins, for the durations here.</summary>
    public static long Begin() => Stopwatch.GetTimestamp();

    public void Acted(string kind, bool done, long begun) =>
        _acts.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, KeyValuePair.Create<string, object?>("kind", kind), KeyValuePair.Create<string, object?>("done", done));

    public void Received(IEnumerable<string> results, long begun)
    {
        _batches.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        foreach (var result in results.CountBy(result => result)) _received.Add(result.Value, KeyValuePair.Create<string, object?>("result", result.Key));
    }

    public void Replied() => _replies.Add(1);
}
