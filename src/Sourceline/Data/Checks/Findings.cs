namespace Sourceline.Data.Checks;

/// <summary>What one check has found. However much it is, the first few are kept, and how many there were.</summary>
/// <param name="progress">Told how many stories of how many were looked at.</param>
public sealed class Findings(Action<long, long>? progress = null)
{
    /// <summary>Faults of one check that are shown.</summary>
    public const int Most = 10;

    private readonly List<string> _shown = [];
    private readonly HashSet<string> _repairs = [];

    /// <summary>How many faults there are.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> Shown => _shown;

    /// <summary>What repairs them, each once.</summary>
    public IReadOnlyCollection<string> Repairs => _repairs;

    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (++Count <= Most) _shown.Add(fault.What);
        _repairs.Add(fault.Repair);
    }

    /// <summary>Says how far the check is.</summary>
    public void LookedAt(long stories, long all) => progress?.Invoke(stories, all);
}
