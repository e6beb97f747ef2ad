using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sourceline.Telemetry;

/// <summary>Where a public page was kept that was sent.</summary>
public enum PageOrigin
{
    Memory,
    Disk,
}

/// <summary>What is measured of a newsroom beside what the framework measures of any server. Times are in seconds.</summary>
public sealed class NewsMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Sourceline";

    private readonly Histogram<double> _acts;
    private readonly Counter<long> _received;
    private readonly Histogram<double> _batches;
    private readonly Histogram<double> _readings;
    private readonly Counter<long> _replies;
    private readonly Counter<long> _pages;
    private readonly Histogram<double> _made;
    private readonly Histogram<double> _searches;
    private readonly Meter _meter;

    public NewsMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = _meter = meters.Create(Name);
        _acts = meter.CreateHistogram<double>("sourceline.act.duration", "s", "Time until an act was committed, by kind and result.");
        _received = meter.CreateCounter<long>("sourceline.intake.items", "{item}", "Items received, by result.");
        _batches = meter.CreateHistogram<double>("sourceline.intake.duration", "s", "Time per batch of items, from cleaning to commit.");
        _readings = meter.CreateHistogram<double>("sourceline.attribution.duration", "s", "Time to find the statements of one text.");
        _replies = meter.CreateCounter<long>("sourceline.replies.received", "{reply}", "Replies received from readers.");
        _pages = meter.CreateCounter<long>(
            "sourceline.pages.sent",
            "{page}",
            "Public pages sent from the cache, by place: memory or disk."
        );
        _made = meter.CreateHistogram<double>(
            "sourceline.pages.made.duration",
            "s",
            "Time to render a public page that was not cached, by status."
        );
        _searches = meter.CreateHistogram<double>("sourceline.search.duration", "s", "Time per search.");
    }

    /// <summary>The moment at which something begins, for the durations here.</summary>
    public static long Begin() => Stopwatch.GetTimestamp();

    public void Acted(string kind, bool done, long begun) =>
        _acts.Record(
            Stopwatch.GetElapsedTime(begun).TotalSeconds,
            KeyValuePair.Create<string, object?>("kind", kind),
            KeyValuePair.Create<string, object?>("done", done)
        );

    public void Received(IEnumerable<string> results, long begun)
    {
        _batches.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        foreach (var result in results.CountBy(result => result))
            _received.Add(result.Value, KeyValuePair.Create<string, object?>("result", result.Key));
    }

    public void Attributed(long begun) => _readings.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);

    public void Replied() => _replies.Add(1);

    public void Sent(PageOrigin from)
    {
        // Asked first: most servers are listened to by nobody, and this is on the path of every page.
        if (_pages.Enabled)
            _pages.Add(1, KeyValuePair.Create<string, object?>("from", from == PageOrigin.Memory ? "memory" : "disk"));
    }

    public void Made(int status, long begun) =>
        _made.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, KeyValuePair.Create<string, object?>("status", status));

    public void Searched(long begun) => _searches.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);

    /// <summary>A figure that is looked at when somebody asks for it.</summary>
    public void Watch(string name, string unit, string description, Func<long> read) =>
        _meter.CreateObservableGauge(name, read, unit, description);
}
