using Perfolizer.Horology;

namespace Sourceline.AttributionBench;

/// <summary>Counts the processor's time, not the day's: what else the machine does is not measured. Collecting garbage is, on whatever thread.</summary>
internal sealed class CpuClock : IClock
{
    public string Title => "CPU";

    public bool IsAvailable => true;

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;

    public StartedClock Start() => new(this, GetTimestamp());
}
